import type { Clock } from '../../lib/clock.ts';
import { openUnderRing, sealUnderRing } from '../../lib/sealing/envelope.ts';
import type { KeyRing } from '../../lib/sealing/key-ring.ts';

/** As long as a session lives at most: going back to what was found works for a whole day's work. */
const LIFE_MS = 12 * 3_600_000;

const context = (accountId: string): string => `search|${accountId}`;

/**
 * A query sealed for an address, for its own asker alone. The page can be read again, gone back to and turned like any
 * other, and no history, log or shoulder reads the phone number or the words in its address.
 */
export const searchToken = (ring: KeyRing, clock: Clock, accountId: string, query: string): Promise<string> =>
  sealUnderRing(ring, 'token', context(accountId), JSON.stringify({ until: clock.now() + LIFE_MS, query }));

/** The query again, or null after twelve hours, for another account, or for what is no token of ours. */
export async function readSearchToken(
  ring: KeyRing,
  clock: Clock,
  accountId: string,
  token: string,
): Promise<string | null> {
  const plain = await openUnderRing(ring, 'token', context(accountId), token);
  if (plain === null) return null;
  const { until, query } = JSON.parse(plain) as { until: number; query: string };
  return clock.now() <= until ? query : null;
}
