import type { Draft } from '../../drafts/draft.ts';
import { isOpen } from '../../drafts/window.ts';
import { refuse, type Refusal } from '../../errors.ts';
import { dateInWords } from '../../i18n/dates.ts';
import type { Words } from '../../lib/words.ts';

const day = (date: string): Words => ({ zh: dateInWords(date, 'zh'), en: dateInWords(date, 'en') });

/** `window.closed` with both days where a draft takes no comments on a date; null where it does. */
export function closedOn({ opens, closes }: Pick<Draft, 'opens' | 'closes'>, date: string): Refusal | null {
  if (isOpen({ opens, closes }, date)) return null;
  return refuse('window.closed', { values: { opens: day(opens), closes: day(closes) } });
}
