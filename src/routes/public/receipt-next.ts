import type { Answer } from '../../cases/answer.ts';
import { formByKind } from '../../forms/index.ts';
import { say, type Lang } from '../../lib/words.ts';
import { happensNext } from '../../workflow/explain.ts';

/** What the receipt says comes next: by the due date, or else in the words of the kind, and how to follow it. */
export function nextOf({ kind, due }: Answer, lang: Lang): string {
  const own = due ? undefined : formByKind(kind)?.page.next;
  return [own && say(own, lang), happensNext(due, lang)].filter(Boolean).join(lang === 'zh' ? '' : ' ');
}
