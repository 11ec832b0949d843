import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** What stands between the Worker and its database, and how it misbehaves (security.md §3.1, F3). */
export type Mischief =
  | 'none'
  /** The connection breaks before anything was passed on. */
  | 'reset'
  /** The database does what it is asked and nobody hears of it. */
  | 'cut'
  | 'fails'
  | 'busy'
  /** Ten seconds late. */
  | 'slow'
  /** A page that says all is well. */
  | 'page';

export interface Proxy {
  url: string;
  mischief: Mischief;
  /** Whoever says this is cut off before it was passed on, whatever else goes through. */
  refuses: RegExp | null;
  stop(): Promise<void>;
}

/** A proxy before a database, well-behaved until told otherwise; `heard` gets every body that passes. */
export async function startProxy(target: string, heard: (body: string) => void = () => undefined): Promise<Proxy> {
  const server = createServer((request, response) => void answer(request, response));
  const proxy: Proxy = {
    url: '',
    mischief: 'none',
    refuses: null,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { mischief } = proxy;
    const body = await read(request);
    heard(body.toString());
    if (mischief === 'reset' || proxy.refuses?.test(body.toString())) return void request.socket.destroy();
    if (mischief === 'fails' || mischief === 'busy')
      return void response.writeHead(mischief === 'fails' ? 500 : 429).end();
    if (mischief === 'slow') await wait(10_000, undefined, { ref: false });
    if (mischief === 'page') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>OK</h1>');
    try {
      const headers = Object.entries(request.headers).filter(([name]) => name.startsWith('content-type'));
      const init = { method: request.method ?? 'GET', headers: headers as [string, string][] };
      const passed = await fetch(`${target}${request.url}`, body.length > 0 ? { ...init, body } : init);
      const text = await passed.text();
      if (mischief === 'cut') return void request.socket.destroy();
      response.writeHead(passed.status, { 'content-type': passed.headers.get('content-type') ?? 'application/json' });
      response.end(text);
    } catch {
      request.socket.destroy();
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the proxy has no port');
  proxy.url = `http://127.0.0.1:${address.port}`;
  return proxy;
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
