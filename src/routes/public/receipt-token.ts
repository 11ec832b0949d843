import type { Answer } from '../../cases/answer.ts';
import type { Clock } from '../../lib/clock.ts';
import { openUnderRing, sealUnderRing } from '../../lib/sealing/envelope.ts';
import type { KeyRing } from '../../lib/sealing/key-ring.ts';

const LIFE_MS = 30 * 60_000;

const context = (site: string): string => `receipt|${site}`;

/** The answer sealed into an address: the receipt page needs no database and nobody can guess it. */
export async function receiptToken(ring: KeyRing, clock: Clock, site: string, answer: Answer): Promise<string> {
  return sealUnderRing(ring, 'token', context(site), JSON.stringify({ until: clock.now() + LIFE_MS, answer }));
}

/** The answer again, or null after 30 minutes or for a token of our making for another site. */
export async function readReceiptToken(
  ring: KeyRing,
  clock: Clock,
  site: string,
  token: string,
): Promise<Answer | null> {
  const plain = await openUnderRing(ring, 'token', context(site), token);
  if (plain === null) return null;
  const { until, answer } = JSON.parse(plain) as { until: number; answer: Answer };
  return clock.now() <= until ? answer : null;
}

const openedContext = (site: string): string => `opened|${site}`;

/** When a form page was opened, sealed into the page, for the time trap. */
export const openedToken = async (ring: KeyRing, clock: Clock, site: string): Promise<string> =>
  sealUnderRing(ring, 'token', openedContext(site), String(clock.now()));

export async function readOpenedToken(ring: KeyRing, site: string, token: string): Promise<number | null> {
  const plain = await openUnderRing(ring, 'token', openedContext(site), token);
  return plain === null ? null : Number(plain);
}
