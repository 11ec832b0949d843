import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Book, type Fault, type Simulator, type Taken } from './simulator.ts';

export interface Asked {
  method: string;
  url: URL;
  headers: Readonly<Record<string, string>>;
  body: string;
}

export interface Answer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

/** What the simulator of one supplier knows of its rules. */
export interface Rules {
  /** Whether a repeated id is the same message. */
  once: boolean;
  /** Null where signature or key is wrong. */
  read(asked: Asked): Omit<Taken, 'supplierId' | 'at'> | null;
  forged(): Answer;
  taken(entry: Taken): Answer;
  refused(code: string): Answer;
  /** Requests that are no sending, such as asking what became of a message; undefined: it is one. */
  others?(asked: Asked, taken: readonly Taken[]): Answer | undefined;
}

async function read(request: IncomingMessage): Promise<Asked> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const url = new URL(request.url ?? '/', `http://${headers['host']}`);
  return { method: request.method ?? '', url, headers, body: Buffer.concat(parts).toString('utf8') };
}

function say(response: ServerResponse, { status, body, headers }: Answer): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
}

/** Answers, or fails to, once the message was taken. */
async function afterTaking(fault: Fault | null, response: ServerResponse, answer: Answer): Promise<void> {
  if (fault?.is === 'take-and-hang') return;
  if (fault?.is === 'take-and-hang-up') return void response.destroy();
  if (fault?.is === 'take-and-babble') return say(response, { status: 200, body: '<html>OK' });
  if (fault?.is === 'take-and-flood') return say(response, { status: 200, body: `"${'x'.repeat(100_000)}"` });
  if (fault?.is === 'take-slowly') await wait(fault.ms);
  say(response, answer);
}

/** Starts a supplier that is spoken to over HTTP. */
export async function startHttp(rules: Rules, envFor: (url: string) => Record<string, string>): Promise<Simulator> {
  const book = new Book();
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked = await read(request);
    const other = rules.others?.(asked, book.taken);
    if (other) return say(response, other);
    const message = rules.read(asked);
    if (!message) {
      book.forged += 1;
      return say(response, rules.forged());
    }
    const fault = book.next();
    if (fault?.is === 'hang') return;
    if (fault?.is === 'hang-up') return void response.destroy();
    if (fault?.is === 'refuse') return say(response, rules.refused(fault.code));
    if (fault?.is === 'redirect') {
      return say(response, { status: 307, body: '', headers: { location: asked.url.href } });
    }
    if (fault?.is === 'status') {
      const headers: Record<string, string> =
        fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
      return say(response, { status: fault.status, body: fault.body ?? '<html>sorry</html>', headers });
    }
    return afterTaking(fault, response, rules.taken(book.take(message, rules.once)));
  };
  const server = createServer((request, response) => {
    // A caller that hung up while we read has nothing to be told.
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    env: envFor(`http://127.0.0.1:${port}`),
    taken: book.taken,
    forged: () => book.forged,
    fail: (fault, times) => book.fail(fault, times),
    well: () => book.well(),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
