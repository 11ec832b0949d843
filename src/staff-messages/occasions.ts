import { readsCases } from '../cases/scope.ts';
import { hasTasks } from '../cases/tasks/list.ts';
import { occasionWords, type Occasion } from '../i18n/staff-messages.ts';
import type { Channel } from '../notify/message.ts';
import { may, type RoleId } from '../staff/roles.ts';

interface OccasionKind {
  /** Roles that can be told of it at all. */
  for: (role: RoleId) => boolean;
  /** By which channels it is told until its holder says otherwise; a text message costs, and wakes. */
  unlessSaid: readonly Channel[];
}

const minds = (role: RoleId): boolean => hasTasks(role) || may(role, 'reports.handle');

/** What members of staff are told of: THE list. Its words are `occasionWords`. */
export const occasions: Readonly<Record<Occasion, OccasionKind>> = {
  new: { for: minds, unlessSaid: ['email'] },
  due: { for: minds, unlessSaid: ['email'] },
  overdue: { for: minds, unlessSaid: ['email', 'sms'] },
  digest: { for: readsCases, unlessSaid: ['email'] },
  alarm: { for: (role) => may(role, 'system.watch'), unlessSaid: ['email', 'sms'] },
};

export const isOccasion = (text: string): text is Occasion => Object.hasOwn(occasionWords, text);

/** What a role can be told of, in the order of the list. */
export const occasionsOf = (role: RoleId): Occasion[] =>
  Object.keys(occasions)
    .filter(isOccasion)
    .filter((one) => occasions[one].for(role));
