import * as v from 'valibot';
import type { Means } from './means.ts';
import type { NotSent } from './outcome.ts';

/** What came back, whole. */
export interface Reply {
  is: 'reply';
  status: number;
  headers: Headers;
  text: string;
}

const MOST_BYTES = 64 * 1024;

/** Nobody knows whether it was taken: where a repeat has no second effect it is tried again, else it is not. */
export const perhaps = (idempotent: boolean, code: string): NotSent =>
  idempotent ? { is: 'retry', code, perhaps: true } : { is: 'unknown', code };

/**
 * Puts one request to a supplier: at most `patienceMs`, at most 64 KB read, and never along a redirect, which would carry
 * number and key to a host nobody chose (security.md §5.7). What went wrong on the way comes back as an outcome.
 */
export async function exchange(
  { fetch, patienceMs }: Pick<Means, 'fetch' | 'patienceMs'>,
  url: string | URL,
  init: RequestInit,
  idempotent: boolean,
): Promise<Reply | NotSent> {
  try {
    const signal = AbortSignal.timeout(patienceMs);
    const response = await fetch(new Request(url, { ...init, redirect: 'manual', signal }));
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      return { is: 'configuration', code: 'http.redirect' };
    }
    const text = await readAtMost(response, MOST_BYTES);
    if (text === null) return perhaps(idempotent, 'reply.too-long');
    return { is: 'reply', status: response.status, headers: response.headers, text };
  } catch (error) {
    // Whether the request had left is not to be seen from here: a refused connection and a lost reply look alike.
    return perhaps(idempotent, error instanceof Error && error.name === 'TimeoutError' ? 'net.timeout' : 'net.lost');
  }
}

async function readAtMost(response: Response, limit: number): Promise<string | null> {
  const decoder = new TextDecoder();
  let [text, size] = ['', 0];
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > limit) {
      await reader?.cancel();
      return null;
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}

/** A reply read by its schema, or null where it is not what was agreed on. */
export function readReply<S extends v.GenericSchema>(
  schema: S,
  { text }: Pick<Reply, 'text'>,
): v.InferOutput<S> | null {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text);
  return read.success ? read.output : null;
}

/** What a status means where the body says nothing we can read. */
export function meaningOfStatus({ status, headers }: Reply, idempotent: boolean): NotSent {
  const code = `http.${status}`;
  if (status === 429) return { is: 'retry', code, limit: true, afterMs: retryAfter(headers) };
  if (status === 503) return { is: 'retry', code, afterMs: retryAfter(headers) };
  if (status >= 400 && status < 500) return { is: 'configuration', code };
  return perhaps(idempotent, status < 300 ? 'reply.malformed' : code);
}

const LONGEST_MS = 24 * 3_600_000;

/** The wait a supplier asks for, in milliseconds and at most a day; absent where it names none in whole seconds. */
export function retryAfter(headers: Headers): number | undefined {
  const seconds = headers.get('retry-after') ?? '';
  return /^\d{1,6}$/.test(seconds) ? Math.min(Number(seconds) * 1000, LONGEST_MS) : undefined;
}
