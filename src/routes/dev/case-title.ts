import type { CaseLine } from '../../cases/recent.ts';
import type { CaseKind } from '../../forms/define.ts';
import { dev as words } from '../../i18n/dev.ts';
import { say, type Lang } from '../../lib/words.ts';

/** What a case is called: by its title, that it was destroyed, or for want of either by what it is. */
export function caseTitle(
  { title, kind, state }: Pick<CaseLine, 'title' | 'kind' | 'state'>,
  form: CaseKind | undefined,
  lang: Lang,
): string {
  if (form?.workflow.states[state]?.erases) return say(words.noTitle, lang);
  return title || (form ? say(form.label, lang) : kind);
}
