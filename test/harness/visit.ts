import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core';
import { PHONE } from './browser.ts';
import type { Stack } from './stack.ts';

/** A page as one resident opens it, and everything it did meanwhile. */
export interface Visit {
  page: Page;
  /** What a resident must never meet: script errors, refusals of the content policy, other hosts, missing files. */
  faults: string[];
  /** Bytes on the wire since the start, heads and bodies of all answers. */
  weight(): Promise<number>;
  open(path: string): Promise<void>;
  close(): Promise<void>;
}

/** A fresh phone of 360 px, unless told otherwise: nothing kept, nothing cached. */
export async function visit(browser: Browser, stack: Stack, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: PHONE, locale: 'zh-CN', baseURL: stack.url, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const faults: string[] = [];
  const finished: Request[] = [];
  page.on('console', (message) => {
    // Chromium reports every 4xx page as an error; a refusal is one on purpose.
    const refusal = message.text().startsWith('Failed to load resource') && message.text().includes('status of 4');
    if (message.type() === 'error' && !refusal) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${stack.url}/`)) faults.push(`other host: ${request.url()}`);
  });
  page.on('requestfinished', (request) => finished.push(request));
  return {
    page,
    faults,
    async weight() {
      await page.waitForLoadState('networkidle');
      const sizes = await Promise.all(finished.map((request) => request.sizes()));
      return sizes.reduce((sum, size) => sum + size.responseHeadersSize + size.responseBodySize, 0);
    },
    open: async (path) => void (await page.goto(path)),
    close: () => context.close(),
  };
}
