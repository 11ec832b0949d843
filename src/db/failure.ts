/** What went wrong with the database, in the four ways that ask for different answers. */
export type Failure =
  | { is: 'constraint'; statement: number | null; message: string }
  /** Sent again it may succeed, and may already have succeeded. */
  | { is: 'passing' }
  | { is: 'other' };

interface Shape {
  code?: unknown;
  name?: unknown;
  message?: unknown;
  statementIndex?: unknown;
  cause?: unknown;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
/** Gone, too slow, full, or something else that answers in its place. */
const PASSING =
  /network connection lost|fetch failed|timeout|timed out|SERVER_ERROR|SQLITE_BUSY|SQLITE_FULL|SQLITE_IOERR|BLOCKED|database is locked|STREAM_EXPIRED|HRANA_PROTO_ERROR|ECONNREFUSED|socket|internal error/i;
/** The server read what we sent and could make nothing of it: sent again it fails again. */
const OURS = /HTTP status 400/;

/** Reads an error of the client or of drizzle (which wraps it as `cause`). */
export function failureOf(error: unknown): Failure {
  for (
    let shape = error as Shape | undefined, depth = 0;
    shape && depth < 4;
    shape = shape.cause as Shape, depth += 1
  ) {
    const line = `${text(shape.code)} ${text(shape.name)} ${text(shape.message)}`;
    if (line.includes('SQLITE_CONSTRAINT')) {
      const statement = typeof shape.statementIndex === 'number' ? shape.statementIndex : null;
      return { is: 'constraint', statement, message: text(shape.message) };
    }
    if (OURS.test(line)) return { is: 'other' };
    if (PASSING.test(line)) return { is: 'passing' };
  }
  return { is: 'other' };
}

const PAUSES = [50, 150, 400];
/** A database that hangs costs a whole time-out a try: past this the caller hears that it is gone. */
const PATIENCE_MS = 3000;

/**
 * Runs an idempotent piece of database work, again after 50, 150 and 400 ms (jittered) while the failure is a passing
 * one. `attempt` tells the work whether an earlier try may already have been committed.
 */
export async function withRetry<T>(work: (attempt: number) => Promise<T>): Promise<T> {
  const until = Date.now() + PATIENCE_MS;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work(attempt);
    } catch (error) {
      const pause = PAUSES[attempt];
      if (pause === undefined || Date.now() > until || failureOf(error).is !== 'passing') throw error;
      await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random())));
    }
  }
}
