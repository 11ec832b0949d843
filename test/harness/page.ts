import type { Stack } from './stack.ts';

/** Uses a form page as a browser without script would. */
export interface OpenPage {
  path: string;
  /** What stood in it hidden: idempotency key and the time it was opened. */
  hidden: Record<string, string>;
}

const hiddenIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    ['key', 'opened'].map((name) => [name, new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '']),
  );

export async function openPage(stack: Stack, path: string): Promise<OpenPage> {
  return { path, hidden: hiddenIn(await (await stack.fetch(path)).text()) };
}

/** A page opened long enough ago to have been read. */
export async function readPage(stack: Stack, path: string): Promise<OpenPage> {
  const page = await openPage(stack, path);
  await new Promise((resolve) => setTimeout(resolve, 2100));
  return page;
}

export interface Posted {
  status: number;
  headers: Headers;
  html: string;
  hidden: Record<string, string>;
}

/** Presses the button: the hidden inputs and what was typed, by input names. */
export async function press(stack: Stack, page: OpenPage, typed: Record<string, string>): Promise<Posted> {
  const body = new URLSearchParams({ ...page.hidden, ...typed });
  const response = await stack.fetch(page.path, { method: 'POST', body });
  const html = await response.text();
  return { status: response.status, headers: response.headers, html, hidden: hiddenIn(html) };
}

/** Number and code off the receipt page a redirect leads to. */
export async function receiptOf(stack: Stack, { headers }: Posted): Promise<{ receipt: string; code: string }> {
  const html = await (await stack.fetch(headers.get('location') ?? '')).text();
  const receipt = /[A-Z]{2}-[2-9A-Z]{5}-[2-9A-Z]{5}/.exec(html)?.[0];
  const code = /data-copy="[^"]*?(\d{6})(?!\d)[^"]*"/.exec(html)?.[1];
  if (!receipt || !code) throw new Error('no receipt');
  return { receipt, code };
}
