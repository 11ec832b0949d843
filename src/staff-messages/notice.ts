import { dateInWords } from '../i18n/dates.ts';
import { noticeLines, staffMessageWords, type NoticeLine } from '../i18n/staff-messages.ts';
import { say, type Lang } from '../lib/words.ts';
import type { Pending } from './pending.ts';
import type { StaffMessage } from './tell.ts';

const MOST_LINES = 20;
const MOST = 9999;

const counted = (n: number): string => String(Math.min(n, MOST));

function listOf(items: readonly Pending[], lang: Lang): string {
  const lines = items.slice(0, MOST_LINES).map(({ line, receipt, date }) => {
    const when = date === null ? '' : ` · ${dateInWords(date, lang)}`;
    return `${say(noticeLines[line], lang)} ${receipt}${when}`;
  });
  const more = items.length - MOST_LINES;
  return [...lines, ...(more > 0 ? [say(staffMessageWords.moreLines, lang, { n: more })] : [])].join('\n');
}

const quiet = (some: readonly Pending[]): boolean => some.some(({ restricted }) => restricted === 1);

type Words = Pick<StaffMessage, 'template' | 'params'>;

/**
 * What is said of some things, the most pressing first: one message of what is urgent, one of all the rest. Where one of
 * them is a 检举控告 no number is named at all.
 */
export function noticesOf(items: readonly Pending[], lang: Lang, link: string): Words[] {
  const urgent = items.filter(({ line }) => line === 'urgent');
  const rest = items.filter(({ line }) => line !== 'urgent');
  const of = (line: NoticeLine): string => counted(rest.filter((one) => one.line === line).length);
  const facts = (some: readonly Pending[]) => ({ number: some[0]?.receipt ?? '', list: listOf(some, lang), link });
  const notices: Words[] = [];
  if (urgent.length > 0) {
    const template = quiet(urgent) ? 'staff-urgent-quiet' : 'staff-urgent';
    notices.push({ template, params: { count: counted(urgent.length), ...facts(urgent) } });
  }
  if (rest.length > 0) {
    const template = quiet(rest) ? 'staff-notice-quiet' : 'staff-notice';
    const counts = { new: of('new'), due: of('due'), overdue: of('overdue') };
    notices.push({ template, params: { ...counts, ...facts(rest) } });
  }
  return notices;
}
