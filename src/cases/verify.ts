import { firstBrokenLink, type ChainFault } from '../chain/event.ts';
import { kindByName } from '../forms/index.ts';
import { sha256 } from '../lib/bytes.ts';
import { canonical } from '../lib/canonical.ts';
import { shanghaiTime } from '../lib/clock.ts';
import type { Json } from '../forms/define.ts';
import type { KeyRing } from '../lib/sealing/key-ring.ts';
import { fingerprintHolds, publicKeys } from '../lib/sealing/signing.ts';
import { contactDigest } from './contact-digest.ts';
import { statementText } from './receipt.ts';
import { firstChangedWords } from './step-words.ts';
import { jsonOf, openStored, type StoredCase } from './stored.ts';

/** What does not fit together in a stored case. */
export type Fault =
  /** What is kept is not what was signed when it came in. */
  | { is: 'fingerprint' }
  /** The contact is not the one that its sender last put right. */
  | { is: 'contact' }
  /** The key is not in the ring, so nothing can be said about the fingerprint. */
  | { is: 'locked' }
  /** The key is gone, but no event says that the case was erased. */
  | { is: 'key-missing' }
  /** The result frozen at submission is not the one its event names. */
  | { is: 'frozen' }
  /** The case stands in another state than its last event led to. */
  | { is: 'state' }
  /** What was written at a step is not what its event stands for. */
  | { is: 'words'; seq: number }
  | ({ is: 'chain' } & ChainFault);

export interface Verdict {
  receipt: string;
  /** The fingerprint cannot be checked any more: the sender had everything destroyed. */
  erased: boolean;
  /** How many events were walked. */
  links: number;
  faults: Fault[];
}

/** Checks a stored case against its fingerprint and its chain of events; needs no network and changes nothing. */
export async function verifyCase(ring: KeyRing, stored: StoredCase): Promise<Verdict> {
  const opened = await openStored(ring, stored);
  const broken = await brokenLink(stored);
  const erased = opened.is === 'erased' && isErased(stored);
  const rewritten = await firstChangedWords(ring, stored);
  const faults: Fault[] = [
    ...(broken ? [{ is: 'chain', ...broken } as const] : await outOfStep(stored, erased)),
    ...(opened.is === 'open' && !(await isSigned(ring, stored, opened.signed)) ? [{ is: 'fingerprint' } as const] : []),
    ...(opened.is === 'open' && !(await contactHolds(stored, opened.body)) ? [{ is: 'contact' } as const] : []),
    ...(rewritten === null ? [] : [{ is: 'words', seq: rewritten } as const]),
    ...(opened.is === 'erased' && !erased ? [{ is: 'key-missing' } as const] : []),
    ...(opened.is === 'locked' ? [{ is: 'locked' } as const] : []),
  ];
  return { receipt: stored.row.receipt, erased, links: stored.events.length, faults };
}

/** The case knows how long its chain is, so that a tail that is missing, or was put on, shows as well. */
async function brokenLink({ row, events }: StoredCase): Promise<ChainFault | null> {
  const broken = await firstBrokenLink(events);
  if (broken) return broken;
  if (events.length === row.seq) return null;
  return events.length < row.seq ? { seq: events.length + 1, why: 'missing' } : { seq: row.seq + 1, why: 'unlinked' };
}

type EventData = Record<string, unknown> & { state?: string };

const dataOf = ({ events }: StoredCase): EventData[] => events.map(({ data }) => jsonOf(data));

const stateByChain = (stored: StoredCase): string | undefined => dataOf(stored).findLast(({ state }) => state)?.state;

const isErased = (stored: StoredCase): boolean =>
  kindByName(stored.row.kind)?.workflow.states[stateByChain(stored) ?? '']?.erases === true;

/** What the chain says and the case's own row must agree on. */
async function outOfStep(stored: StoredCase, erased: boolean): Promise<Fault[]> {
  const { row, key } = stored;
  const [submitted] = dataOf(stored);
  const digest = row.frozen === null ? null : await sha256(`${key?.salt}|${canonical(jsonOf(row.frozen))}`);
  return [
    ...(stateByChain(stored) === row.state ? [] : [{ is: 'state' } as const]),
    ...(erased || submitted?.['frozen'] === digest ? [] : [{ is: 'frozen' } as const]),
  ];
}

/** A contact that was put right is the one its last event stands for. */
async function contactHolds(stored: StoredCase, { contact }: Json): Promise<boolean> {
  const digest = dataOf(stored).findLast((data) => data['contact'] !== undefined && data['which'] !== undefined)?.[
    'contact'
  ];
  if (digest === undefined) return true;
  return digest === (await contactDigest(stored.key?.salt ?? '', contact ?? {}));
}

/** The texts that may have been signed: the contact's keyed hash is of whichever key was current then. */
const statementsOf = (
  ring: KeyRing,
  { row }: StoredCase,
  { answers = null, contact = null }: Json,
): Promise<string[]> => {
  const { site, receipt, kind } = row;
  const statement = { site, receipt, submittedAt: shanghaiTime(row.submittedAt), kind, answers, contact };
  return Promise.all(ring.ids.map((kid) => statementText(ring, kid, statement)));
};

/** The statement that the fingerprint was made of, or undefined where none fits. */
export async function signedStatement(ring: KeyRing, stored: StoredCase, body: Json): Promise<string | undefined> {
  const keys = await publicKeys(ring);
  for (const text of await statementsOf(ring, stored, body)) {
    if (await fingerprintHolds(keys, text, stored.row.fingerprint)) return text;
  }
  return undefined;
}

const isSigned = async (ring: KeyRing, stored: StoredCase, body: Json): Promise<boolean> =>
  (await signedStatement(ring, stored, body)) !== undefined;
