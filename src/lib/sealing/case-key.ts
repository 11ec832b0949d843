import { base64url, fromBase64, randomBytes } from '../bytes.ts';
import { openUnderRing, openWith, sealUnderRing, sealWith } from './envelope.ts';
import type { KeyRing } from './key-ring.ts';

/** A case's own random data key. Destroying its wrapped form is what erasure means (architecture.md, mechanism 4). */
export interface CaseKey {
  /** The key under the ring, as kept in `case_keys`. */
  wrapped: string;
  seal(field: string, text: string): Promise<string>;
  open(field: string, envelope: string): Promise<string | null>;
}

const wrapContext = (caseId: string): string => `case-key|${caseId}`;

async function fromRaw(caseId: string, raw: Uint8Array<ArrayBuffer>, wrapped: string): Promise<CaseKey> {
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  const context = (field: string): string => `${caseId}|${field}`;
  return {
    wrapped,
    seal: (field, text) => sealWith(key, 'case', context(field), text),
    open: (field, envelope) => openWith(key, context(field), envelope),
  };
}

export async function newCaseKey(ring: KeyRing, caseId: string): Promise<CaseKey> {
  const raw = randomBytes(32);
  return fromRaw(caseId, raw, await sealUnderRing(ring, 'seal', wrapContext(caseId), base64url(raw)));
}

/** The same key wrapped under the ring's current one; null where the ring lacks the key that wrapped it. */
export async function rewrapped(ring: KeyRing, caseId: string, wrapped: string): Promise<string | null> {
  const raw = await openUnderRing(ring, 'seal', wrapContext(caseId), wrapped);
  return raw === null ? null : sealUnderRing(ring, 'seal', wrapContext(caseId), raw);
}

/** The case's key again, or null where the ring no longer holds the key that wrapped it. */
export async function openCaseKey(ring: KeyRing, caseId: string, wrapped: string): Promise<CaseKey | null> {
  const raw = fromBase64((await openUnderRing(ring, 'seal', wrapContext(caseId), wrapped)) ?? '');
  return raw?.length === 32 ? fromRaw(caseId, raw, wrapped) : null;
}
