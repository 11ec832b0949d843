import { inboxViews } from '../../src/cases/inbox-views.ts';
import { kindsReadBy } from '../../src/cases/scope.ts';
import { hasTasks } from '../../src/cases/tasks/list.ts';
import type { Reach, RoleId } from '../../src/staff/roles.ts';
import { COMMON, LONG, RARE } from './texts.ts';

/** The department with the most cases of all. */
const LARGEST = '县住房和城乡建设管理局';

export interface Member {
  /** Stands for the account in what the filling writes. */
  name: string;
  head: string;
  role: RoleId;
  reach: Partial<Reach>;
}

/** Who is measured. */
export const STAFF: readonly Member[] = [
  { name: 'clerk', head: 'county clerk', role: 'county-clerk', reach: { site: 'wanrong' } },
  { name: 'station', head: 'station clerk', role: 'station-clerk', reach: { site: 'wanrong', station: 'gaocun' } },
  { name: 'housing', head: 'department', role: 'department-handler', reach: { site: 'wanrong', department: LARGEST } },
  { name: 'supervisor', head: 'supervisor', role: 'supervisor', reach: { site: 'wanrong' } },
  { name: 'congress', head: 'congress office', role: 'legislative-officer', reach: { site: 'wanrong' } },
  { name: 'reports', head: 'cleared for reports', role: 'report-officer', reach: { site: 'wanrong' } },
];

const department = (name: string): string => `department=${encodeURIComponent(name)}`;
const anybody = (): boolean => true;
const readsSuggestions = ({ role }: Member): boolean => kindsReadBy(role).includes('proposal');

/** Pages of the lists, and for whom there is such a page. `middle`: where a page in the middle begins. */
export const pagesOf = (middle: {
  id: string;
  due: string;
}): readonly { name: string; path: string; for: (member: Member) => boolean }[] => [
  ...[
    ...Object.keys(inboxViews).map((view): [string, string] => [`view ${view}`, `view=${view}`]),
    ['all, narrowed by topic', 'view=all&topic=irrigation'] as const,
    ['all, by a state nearly all have', 'view=all&state=closed'] as const,
    ['all, by a state few have', 'view=all&state=reviewing'] as const,
    ['all, by topic and state', 'view=all&topic=irrigation&state=accepted'] as const,
    ['all, by station', 'view=all&station=gaocun'] as const,
    ['all, by department', `view=all&${department('县水利局')}`] as const,
    ['all, by the largest department and a topic', `view=all&topic=school&${department(LARGEST)}`] as const,
    ['all, by the largest department and a state few have', `view=all&state=reviewing&${department(LARGEST)}`] as const,
    ['all, by dates sent', 'view=all&sentFrom=2024-06-01&sentTo=2024-06-30'] as const,
    ['all, by dates sent and topic', 'view=all&topic=school&sentFrom=2024-06-01&sentTo=2024-06-30'] as const,
    ['all, by dates due', 'view=all&dueFrom=2026-12-01&dueTo=2026-12-07'] as const,
    ['overdue, by topic', 'view=overdue&topic=school'] as const,
    ['with a date, by station', 'view=open&station=gaocun'] as const,
    ['all, a page in the middle', `view=all&after=${middle.id}`] as const,
    ['with a date, a page in the middle', `view=open&after=${middle.due}`] as const,
  ].map(([name, query]) => ({ name, path: `/staff/cases?${query}`, for: anybody })),
  { name: 'suggestions (建议)', path: '/staff/cases?view=all&kind=proposal', for: readsSuggestions },
  { name: 'suggestions with a date', path: '/staff/cases?view=open&kind=proposal', for: readsSuggestions },
  { name: 'tasks', path: '/staff/tasks', for: ({ role }) => hasTasks(role) },
];

/** What is typed into the search. */
export const SEARCHES: readonly [name: string, query: string][] = [
  ['search, two characters in every fifth text', COMMON],
  ['search, two characters in a few texts', RARE],
  ['search, a word of seven characters', LONG],
  ['search, two words', `${COMMON} 机井`],
];
