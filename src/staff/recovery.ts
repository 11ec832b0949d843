import { base64url, randomBytes, sha256 } from '../lib/bytes.ts';
import { tidyIdentifier } from '../lib/text.ts';
import { base32 } from './totp.ts';

const COUNT = 10;
/** 120 random bits: so many that a fast hash at rest is enough (security.md §5.12). */
const BYTES = 15;

/** Ten one-time codes in groups of four, `ABCD-EFGH-…`. Shown once; only their hashes are kept. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: COUNT }, () => (base32(randomBytes(BYTES)).match(/.{4}/g) ?? []).join('-'));

/** The hash a code is kept under, however its letters and dashes were typed. */
export const recoveryHash = (code: string): Promise<string> => sha256(`recovery|${tidyIdentifier(code).toUpperCase()}`);

/** 256 random bits for links and sessions; at rest only their hash. */
export const newToken = (): string => base64url(randomBytes(32));
