import type { Deps } from '../context.ts';
import { tellAlarms } from '../staff-messages/alarms.ts';
import { tellDigests } from '../staff-messages/digest.ts';
import { tellStaff, type TellingTools } from '../staff-messages/round.ts';
import { watchNow } from './watch-now.ts';

const TOLD_A_TICK = 100;
const DIGESTS_A_TICK = 50;

/** What telling staff works with. */
export const tellingTools = ({ dispatching: { db, ring, clock }, staff: { origin } }: Deps): TellingTools => ({
  db,
  ring,
  clock,
  origin,
});

/** Reminders to staff and their digests; what is made here leaves with the next messages. */
export async function tellAllStaff(deps: Deps): Promise<void> {
  const tools = tellingTools(deps);
  await tellStaff(tools, TOLD_A_TICK);
  await tellDigests(tools, DIGESTS_A_TICK);
}

/** Alarms by the figures of the health page; the last job of a tick, so that they tell what the tick left. */
export async function tellAllAlarms(deps: Deps): Promise<void> {
  await tellAlarms(tellingTools(deps), await watchNow(deps));
}
