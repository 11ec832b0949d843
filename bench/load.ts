import { connect, type Socket } from 'node:net';

export interface Request {
  path: string;
  headers: Record<string, string>;
  body: string;
}

export interface Answer {
  status: number;
  body: string;
}

export interface Measured {
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  longest: number;
  /** How many answers had each status. */
  statuses: Record<string, number>;
}

export interface Connection {
  send(request: Request): Promise<Answer>;
  close(): void;
  /** As a line that breaks: unlike a close, workerd hears of it at once and ends the request that is under way. */
  reset(): void;
}

/** One connection that is kept open, with one request on it at a time; sparing, since the load shares the machine. */
export function openConnection(origin: string): Connection {
  const { hostname, port, host } = new URL(origin);
  let socket: Socket | null = null;
  let waiting: { resolve(answer: Answer): void; reject(error: Error): void } | null = null;
  let received = Buffer.alloc(0);

  const broken = (error: Error): void => {
    socket?.destroy();
    socket = null;
    received = Buffer.alloc(0);
    const { reject } = waiting ?? {};
    waiting = null;
    reject?.(error);
  };
  const open = (): Socket => {
    const opened = connect({ host: hostname, port: Number(port), noDelay: true });
    opened.on('data', (data) => {
      received = received.length === 0 ? data : Buffer.concat([received, data]);
      const answer = whole(received);
      if (!answer || !waiting) return;
      received = Buffer.alloc(0);
      const { resolve } = waiting;
      waiting = null;
      resolve(answer);
    });
    opened.on('error', broken);
    opened.on('close', () => socket === opened && broken(new Error('the connection was closed')));
    return opened;
  };
  return {
    send({ path, headers, body }) {
      socket ??= open();
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
      const head = `POST ${path} HTTP/1.1\r\nhost: ${host}\r\n${lines.join('')}content-length: ${Buffer.byteLength(body)}\r\n\r\n`;
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket?.write(head + body);
      });
    },
    close: () => socket?.destroy(),
    reset: () => socket?.resetAndDestroy(),
  };
}

function whole(received: Buffer): Answer | null {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = received.toString('latin1', 0, end);
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  const body = received.subarray(end + 4);
  const chunked = length === undefined && /\r\ntransfer-encoding: chunked/i.test(head);
  if (chunked ? !body.toString('latin1').endsWith('0\r\n\r\n') : body.length < Number(length ?? 0)) return null;
  return { status: Number(head.slice(9, 12)), body: body.toString() };
}

/** So many at once, each sending its next as soon as it is answered, for so long. */
export async function closedLoop(
  origin: string,
  concurrent: number,
  ms: number,
  next: () => Request,
): Promise<Measured> {
  const until = performance.now() + ms;
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  const started = performance.now();
  const one = async (): Promise<void> => {
    const connection = openConnection(origin);
    while (performance.now() < until) await timed(connection, next(), performance.now(), times, statuses);
    connection.close();
  };
  await Promise.all(Array.from({ length: concurrent }, one));
  return summed(times, statuses, performance.now() - started);
}

/** A fixed rate, whatever the answers do; times count from when a request was due, so that a stall is not hidden. */
export async function fixedRate(origin: string, perSecond: number, ms: number, next: () => Request): Promise<Measured> {
  const idle: Connection[] = [];
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  const sent: Promise<void>[] = [];
  const started = performance.now();
  for (let n = 0; n < (perSecond * ms) / 1000; n += 1) {
    const due = started + (n * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    const connection = idle.pop() ?? openConnection(origin);
    // A timer of ours that fires late is no fault of the program.
    const from = Math.max(due, performance.now() - 2);
    sent.push(timed(connection, next(), from, times, statuses).then(() => void idle.push(connection)));
  }
  await Promise.all(sent);
  for (const connection of idle) connection.close();
  return summed(times, statuses, performance.now() - started);
}

async function timed(
  connection: Connection,
  request: Request,
  from: number,
  times: number[],
  statuses: Record<string, number>,
): Promise<void> {
  const status = await connection.send(request).then(
    (answer) => String(answer.status),
    () => 'lost',
  );
  statuses[status] = (statuses[status] ?? 0) + 1;
  times.push(performance.now() - from);
}

function summed(times: number[], statuses: Record<string, number>, ms: number): Measured {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return { perSecond: (times.length * 1000) / ms, p50: at(0.5), p99: at(0.99), longest: at(1), statuses };
}
