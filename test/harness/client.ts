import { assertDocumented } from './documented.ts';
import type { Stack } from './stack.ts';

export type Json = Record<string, unknown>;

/** An answer of the API, read whole. */
export interface Answered {
  status: number;
  headers: Headers;
  body: Json;
}

/** Every answer a test reads is held against the published interface. */
function answered(method: string, { url, status, headers }: Response, body: Json): Answered {
  assertDocumented(method, new URL(url).pathname, status, body);
  return { status, headers, body };
}

/** Speaks to a stack as a mini-program's backend does: JSON, with the local partner key. */
export function clientOf(stack: Stack, site = 'wanrong') {
  const post = async (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answered> => {
    const response = await stack.fetch(`/api/v1/${site}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer mk_local', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return answered('POST', response, text ? (JSON.parse(text) as Json) : {});
  };
  const get = async (path: string): Promise<Answered> => {
    const response = await stack.fetch(`/api/v1/${site}${path}`);
    return answered('GET', response, await response.json<Json>());
  };
  return { post, get };
}

export interface Mail {
  id: string;
  channel: 'sms' | 'email';
  to: string;
  subject?: string;
  text: string;
  receipt: string;
  at: string;
}

/** The local mailbox once it holds `count` messages for a receipt (dispatch runs after the answer). */
export async function mailFor(stack: Stack, receipt: string, count = 1): Promise<Mail[]> {
  for (let round = 0; round < 300; round += 1) {
    const all = await (await stack.fetch('/dev/mailbox.json')).json<Mail[]>();
    const mine = all.filter((mail) => mail.receipt === receipt);
    if (mine.length >= count) return mine;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no ${count} messages for ${receipt} within 30 s`);
}

/** Codes and paths of a problem document, in order. */
export const problemsOf = ({ body }: Answered): string[] =>
  ((body['errors'] ?? []) as { path: string; code: string }[]).map(({ path, code }) => `${path} ${code}`);
