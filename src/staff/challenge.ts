import { base64url, fromBase64, randomBytes } from '../lib/bytes.ts';
import type { StaffTools } from './tools.ts';

/** As long as an enrol link, so that a page with one can be used while its link can. */
const LIFE = 15 * 60_000;
const RANDOM = 16;
const TIME = 8;

/**
 * What a passkey signs: random bytes, an expiry, and our seal over both for one purpose (signing in, one link, one
 * session). Nothing is stored until it is used, so asking for one costs the database nothing.
 */
export async function newChallenge(tools: StaffTools, purpose: string): Promise<Uint8Array<ArrayBuffer>> {
  const head = new Uint8Array(RANDOM + TIME);
  head.set(randomBytes(RANDOM));
  new DataView(head.buffer).setBigUint64(RANDOM, BigInt(tools.clock.now() + LIFE));
  return new Uint8Array([...head, ...(await sealOf(tools, tools.ring.current, purpose, head))]);
}

/** Whether a challenge (base64url) is ours, for this purpose, and not too old. */
export async function challengeHolds(tools: StaffTools, purpose: string, challenge: string): Promise<boolean> {
  const bytes = fromBase64(challenge);
  if (bytes?.length !== RANDOM + TIME + 32) return false;
  const head = bytes.slice(0, RANDOM + TIME);
  if (new DataView(head.buffer).getBigUint64(RANDOM) < BigInt(tools.clock.now())) return false;
  const sealed = base64url(bytes.slice(RANDOM + TIME));
  const seals = await Promise.all(tools.ring.ids.map((id) => sealOf(tools, id, purpose, head)));
  return seals.some((seal) => base64url(seal) === sealed);
}

const sealOf = ({ ring }: StaffTools, id: string, purpose: string, head: Uint8Array): Promise<Uint8Array> =>
  ring.mac('challenge', id, `passkey|${purpose}|${base64url(head)}`);
