import type { CaseKey } from '../lib/sealing/case-key.ts';

/** Phone and e-mail of a case out of its sealed answers (`sealed`: JSON, path → envelope); absent where none was given. */
export async function openContact(key: CaseKey, sealed: string): Promise<{ phone?: string; email?: string }> {
  const envelopes = JSON.parse(sealed) as Record<string, string>;
  const read = async (path: string): Promise<string | undefined> => {
    const plain = await key.open(path, envelopes[path] ?? '');
    return plain === null ? undefined : (JSON.parse(plain) as string);
  };
  return { phone: await read('contact.phone'), email: await read('contact.email') };
}
