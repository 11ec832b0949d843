import { sha256 } from '../lib/bytes.ts';
import { canonical } from '../lib/canonical.ts';

/** What the chain holds of a contact that was put right: a digest salted with the case's own salt, which erasure destroys. */
export const contactDigest = (salt: string, { phone, email }: { phone?: string; email?: string }): Promise<string> =>
  sha256(`${salt}|contact|${canonical({ phone: phone ?? null, email: email ?? null })}`);
