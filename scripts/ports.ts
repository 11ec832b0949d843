import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { both, Stop } from './stop.ts';

const LOOPBACK = '127.0.0.1';

/** The ports of a local run: the product, and the stand-in county page on another origin beside it. */
export function localPorts(wanted: string | undefined): { worker: number; county: number } {
  const worker = wanted ? Number(wanted) : 8787;
  if (!Number.isInteger(worker) || worker < 1 || worker > 65534) {
    throw new Stop(
      both(`PORT=${wanted} 不是可用的端口号(1–65534)。`, `PORT=${wanted} is no port between 1 and 65534.`),
    );
  }
  return { worker, county: worker + 1 };
}

/** What to do about a port somebody else holds; `worker` is the one to move. */
export function busySentence(port: number, worker: number): string {
  return both(
    `端口 ${port} 已被占用:请先关掉占用它的程序,或换一个端口,例如 PORT=${worker + 100} npm start。`,
    `Port ${port} is in use: stop what holds it, or choose another, e.g. PORT=${worker + 100} npm start.`,
  );
}

export async function isBusy(port: number): Promise<boolean> {
  return (await listen(port)) === null;
}

/** A port nobody holds at this moment. */
export async function freePort(): Promise<number> {
  const port = await listen(0);
  if (port === null) throw new Error('no free port on the loopback address');
  return port;
}

function listen(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen({ port, host: LOOPBACK, exclusive: true }, () => {
      const taken = (probe.address() as AddressInfo).port;
      probe.close(() => resolve(taken));
    });
  });
}
