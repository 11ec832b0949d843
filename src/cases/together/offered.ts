import { caseKinds, kindOfCase } from '../../forms/index.ts';
import { may } from '../../staff/roles.ts';
import { actionsOf, type Transition } from '../../workflow/define.ts';
import { beginning } from '../../workflow/guards.ts';
import type { InboxLine } from '../inbox.ts';
import { mayTake } from '../offered.ts';
import type { Reader } from '../scope.ts';

export type ActionTogether = Pick<Transition, 'id' | 'label'>;

/**
 * What can be taken together in the case of a line, as far as the line tells: its chain and its bundle are asked when the
 * action is. In the order of the workflow. Pure.
 */
export function offeredInLine(reader: Reader, line: InboxLine, today: string): readonly ActionTogether[] {
  const { workflow } = kindOfCase(line, today) ?? {};
  if (!workflow) return [];
  const { state, category, holder } = line;
  const course = { ...beginning, category, today };
  const possible = actionsOf(workflow, state, 'staff', course).filter((one) =>
    mayTake(reader, { restricted: line.restricted === 1, holder }, one),
  );
  return (workflow.together ?? []).flatMap((action) => possible.find(({ id }) => id === action) ?? []);
}

/** What can be taken together in any of some lines, each action once. Pure. */
export function offeredInList(offered: readonly (readonly ActionTogether[])[]): readonly ActionTogether[] {
  const all = offered.flat();
  return [...new Map(all.toReversed().map((one) => [one.id, one])).values()].toReversed();
}

/** An action that a reader may take together in some case or other; undefined: there is none of the name. Pure. */
export function actionTogether(reader: Reader, action: string): ActionTogether | undefined {
  const rows = caseKinds.flatMap(({ workflow: { transitions, together = [] } }) =>
    together.includes(action) ? transitions.filter(({ id }) => id === action) : [],
  );
  const open = { restricted: false, holder: reader.department };
  return rows.find((one) => may(reader.role, 'reports.handle') || mayTake(reader, open, one));
}
