import { kindByName, secondStageByKind } from '../forms/index.ts';
import { siteById } from '../sites/index.ts';
import { allRoles, may, permissions, type Permission } from '../staff/roles.ts';
import { actionsOf, type Transition, type Workflow } from '../workflow/define.ts';
import { isCarried } from './matter/lead-step.ts';
import { onlyAbout, type Reader } from './scope.ts';
import type { StaffCase } from './staff-view.ts';
import { courseOf } from './step.ts';

const isPermission = (name: string): name is Permission => Object.hasOwn(permissions, name);

/** Whether a reader may begin a case of a kind that is born from others: the site has what it needs, and so has the reader. */
function mayBear(reader: Reader, kind: string, siteId: string): boolean {
  const site = siteById(siteId);
  return site !== undefined && secondStageByKind(kind)?.possible(site) === true && onlyAbout(reader, kind) !== null;
}

/**
 * Whether a reader of a case may ever take an action in it. A 检举控告 is for who is cleared for it alone; a department
 * that only helps speaks, and moves nothing: there is one answer, its holder's. Pure.
 */
export function mayTake(
  reader: Reader,
  { restricted, holder }: { restricted: boolean; holder: string | null },
  { needs = [], to }: Pick<Transition, 'needs' | 'to'>,
): boolean {
  if (restricted) return may(reader.role, 'reports.handle');
  if (!needs.some((name) => isPermission(name) && may(reader.role, name))) return false;
  return allRoles[reader.role].scope !== 'department' || reader.department === holder || to === undefined;
}

/** The actions of a workflow that a reader may take in a case as it stands, in the order of the definition. Pure. */
export function offeredTo(
  reader: Reader,
  {
    row,
    events,
    today,
    holder,
    matter,
  }: Pick<StaffCase, 'row' | 'events' | 'today' | 'holder'> & Partial<Pick<StaffCase, 'matter'>>,
  workflow: Workflow,
): readonly Transition[] {
  const kind = kindByName(row.kind);
  // What its lead tells all of a bundle is not told to one of them apart.
  const follows = (matter?.follows ?? null) !== null;
  const course = courseOf(row, events.toReversed(), today);
  return actionsOf(workflow, row.state, 'staff', course).filter(
    (one) =>
      mayTake(reader, { restricted: row.restricted, holder }, one) &&
      !(follows && kind && isCarried(kind, one)) &&
      (one.bears === undefined || mayBear(reader, one.bears, row.site)),
  );
}

/** Whether somebody works on a case, and so may write among colleagues and reads what they wrote; others only follow it. */
export const worksOn = (reader: Reader, found: StaffCase, workflow: Workflow): boolean =>
  workflow.transitions.some(
    (one) =>
      one.asks?.['remark'] !== undefined &&
      mayTake(reader, { restricted: found.row.restricted, holder: found.holder }, one),
  );
