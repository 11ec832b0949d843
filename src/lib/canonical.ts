import canonicalize from 'canonicalize';

/** The JCS form (RFC 8785) of plain data: what is hashed and signed. */
export function canonical(data: unknown): string {
  const text = canonicalize(data);
  if (text === undefined) throw new Error('not JSON');
  return text;
}
