import type { Answer } from '../../cases/answer.ts';
import { dateInWords, momentInWords } from '../../i18n/dates.ts';
import { receipt as words } from '../../i18n/receipt.ts';
import { shell } from '../../i18n/shell.ts';
import { say, type Lang } from '../../lib/words.ts';
import type { ReceiptImage } from '../../receipt-image/receipt-png.ts';
import type { Site } from '../../sites/site.ts';
import { basisInWords } from '../../ui/receipt-paper.tsx';
import { nextOf } from './receipt-next.ts';

/** What the picture of a receipt says: the same as the page, for those whose web view can neither print nor save. */
export function pictureOf(answer: Answer, site: Site, title: string, lang: Lang): ReceiptImage {
  const { receipt, code, submittedAt, due, fingerprint } = answer;
  const date = due && say(words.by, lang, { date: dateInWords(due.date, lang) });
  const next = [nextOf(answer, lang), date, due && basisInWords(due, lang)].filter(Boolean).join('\n');
  return {
    siteName: say(site.name, lang),
    title: `${say(words.title, lang)} ${title}`,
    lines: [
      { label: say(words.number, lang), value: receipt, size: 'number' },
      { label: say(words.code, lang), value: `${code.slice(0, 3)} ${code.slice(3)}`, size: 'code' },
      { label: say(words.submittedAt, lang), value: momentInWords(submittedAt, lang) },
      { label: say(words.next, lang), value: next },
    ],
    mark: { label: say(words.received, lang), date: submittedAt.slice(0, 10).replaceAll('-', '.') },
    note: say(words.notDecision, lang),
    fingerprint: `${say(words.fingerprint, lang)}\n${fingerprint}`,
    ...(site.demo && { band: say(shell.demo, lang) }),
  };
}
