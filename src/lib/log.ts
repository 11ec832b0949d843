/** What a line may hold: codes, counts, times in ms, addresses of pages; never what somebody typed, nor who it was. */
export type Logged = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** Writes one line of JSON. `what` says in a few words what happened, the same each time, so that lines can be counted. */
export function log(level: 'info' | 'warn' | 'error', what: string, values: Logged = {}): void {
  console[level](JSON.stringify({ level, what, at: new Date().toISOString(), ...values }));
}

/** Of an error only its name: the message may quote what was sealed or typed. */
export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

const FRAME = /^\s+at /;

/** Where an error arose, innermost first; lines of the message, which may quote what was typed, are left out. */
export const framesOf = ({ stack }: Error): string[] =>
  (stack ?? '')
    .split('\n')
    .filter((line) => FRAME.test(line))
    .slice(0, 3)
    .map((line) => line.trim());
