import { sha256 } from '../../lib/bytes.ts';
import { jsonOf, type StoredCase } from '../stored.ts';

/** The action by which somebody shows that a phone is theirs, and its event. */
export const IDENTITY = 'identity';

/** What stands in the chain for the phone that was shown to be theirs. */
export const phoneDigest = (salt: string, phone: string): Promise<string> => sha256(`${salt}|identity|${phone}`);

/**
 * Whether the phone a request names now is the one whose code was given: one that was put in its place afterwards has shown
 * nothing, and must reach nobody's cases.
 */
export async function phoneProven(
  { events, key }: Pick<StoredCase, 'events' | 'key'>,
  phone: string,
): Promise<boolean> {
  const shown = events.findLast(({ code }) => code === IDENTITY);
  return key !== null && shown !== undefined && jsonOf(shown.data)['phone'] === (await phoneDigest(key.salt, phone));
}
