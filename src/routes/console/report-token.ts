import type { Done, Outcome } from '../../cases/together/take.ts';
import type { Clock } from '../../lib/clock.ts';
import { openUnderRing, sealUnderRing } from '../../lib/sealing/envelope.ts';
import type { KeyRing } from '../../lib/sealing/key-ring.ts';

/** As long as a session lives at most. */
const LIFE_MS = 12 * 3_600_000;

const context = (accountId: string): string => `together|${accountId}`;

/** What became of each case that one click meant, in the order picked. */
export interface Report {
  action: string;
  done: readonly Pick<Done, 'receipt' | 'outcome'>[];
}

/** As it is sealed: short, since it stands in an address. */
interface Sealed {
  until: number;
  action: string;
  done: (readonly [receipt: string, outcome: Outcome])[];
}

/** A report sealed for an address, for whoever clicked alone: reading it again does nothing again, and nobody can make one up. */
export function reportToken(ring: KeyRing, clock: Clock, accountId: string, { action, done }: Report): Promise<string> {
  const short = done.map(({ receipt, outcome }) => [receipt, outcome] as const);
  const sealed: Sealed = { until: clock.now() + LIFE_MS, action, done: short };
  return sealUnderRing(ring, 'token', context(accountId), JSON.stringify(sealed));
}

/** The report again, or null after twelve hours, for another account, or for what is no token of ours. */
export async function readReportToken(
  ring: KeyRing,
  clock: Clock,
  accountId: string,
  token: string,
): Promise<Report | null> {
  const plain = await openUnderRing(ring, 'token', context(accountId), token);
  if (plain === null) return null;
  const { until, action, done } = JSON.parse(plain) as Sealed;
  return clock.now() <= until ? { action, done: done.map(([receipt, outcome]) => ({ receipt, outcome })) } : null;
}
