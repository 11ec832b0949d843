import { receipt } from '../i18n/receipt.ts';
import type { Calendar } from './calendar/index.ts';
import type { Citation } from './citation.ts';
import { cite } from './citation.ts';
import { deadline } from './deadline.ts';
import type { Deadline } from './deadline.ts';
import type { Duty, Limit } from './limits.ts';

/** `due` of the public contract (api.md). */
export interface Due {
  date: string;
  what: Duty;
  kind: Limit['kind'];
  /** The article, always in Chinese, the language it binds in; of a promise, that it is one. */
  basis: string;
  provisional: boolean;
}

/** How a due date came about; kept as JSON beside it. */
export type Explanation = Deadline & {
  basis: Citation | null;
  /** While the limit stands still: what was due when it was paused. */
  stopped?: Due;
};

/** The due date of what was submitted on a Shanghai date (`YYYY-MM-DD`), and its explanation. */
export function dueOf(limit: Limit, submittedOn: string, calendar: Calendar): { due: Due; explanation: Explanation } {
  const { what, kind, count, unit } = limit;
  const found = deadline({ start: submittedOn, count, unit }, calendar);
  const basis = limit.kind === 'law' ? limit.basis : null;
  return {
    due: {
      date: found.date,
      what,
      kind,
      basis: basis ? cite(basis, 'zh') : receipt.promise.zh,
      provisional: found.provisional,
    },
    explanation: { ...found, basis },
  };
}
