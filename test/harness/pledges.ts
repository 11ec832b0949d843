import { pledgeBody } from './bodies.ts';
import { clientOf, type Answered, type Json } from './client.ts';
import type { Stack } from './stack.ts';

export interface Pair {
  receipt: string;
  code: string;
}

/** The unseen inputs of a page, by name. */
export const hiddenIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );

/** Joining and looking at the pledge of Jishan. */
export function pledgesOn(stack: Stack) {
  const { post } = clientOf(stack, 'jishan');
  const page = async (query = ''): Promise<string> => (await stack.fetch(`/jishan/pledge${query}`)).text();
  return {
    page,
    post: (path: string, body: object, headers: Record<string, string> = {}): Promise<Answered> =>
      post(path, body, headers),

    /** Number and code of a pledge just made. */
    async signed(answers: Json = {}, name = '贺某(示例)', headers: Record<string, string> = {}): Promise<Pair> {
      const body = pledgeBody(answers, { contact: { name, phone: '15400000301' } });
      const { status, body: answer } = await post('pledges', body, headers);
      if (status !== 201) throw new Error(`the pledge was answered ${status}`);
      return { receipt: String(answer['receipt']), code: String(answer['code']) };
    },

    /** The lines on the page of those who wish to be named, as they stand in its HTML. */
    async wall(): Promise<string[]> {
      const [, list = ''] = /<section class="wall">([\s\S]*?)<\/section>/.exec(await page()) ?? [];
      return [...list.matchAll(/<li>(.*?)<\/li>/g)].map(([, line = '']) => line);
    },

    /** A plain form post, several values under one name where there is a list. */
    postForm(path: string, fields: Readonly<Record<string, string | readonly string[]>>): Promise<Response> {
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
      return stack.fetch(path, { method: 'POST', body });
    },

    async rowOf(sql: string, receipt: string): Promise<Json | undefined> {
      const { rows } = await stack.db.execute({ sql, args: [receipt] });
      return rows[0] && { ...rows[0] };
    },
  };
}
