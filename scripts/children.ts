import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';

export interface Child {
  name: string;
  pid: number | undefined;
  /** Resolves with a short reason once the process is gone, asked for or not. */
  gone: Promise<string>;
  /** Ends the process and everything it started. */
  stop(): Promise<void>;
}

export interface Command {
  name: string;
  file: string;
  args: readonly string[];
  env?: Record<string, string>;
  cwd?: string;
  /** Takes each line of its output; without it the process writes to our terminal itself. */
  onLine?: (line: string) => void;
}

const PATIENCE_MS = 4000;

const living = new Set<Child>();

/** Ends every process started here, the last first: who came later may need who came before. */
export async function stopChildren(): Promise<void> {
  for (const child of [...living].toReversed()) await child.stop();
}

// A test file that dies before its clean-up must not leave a database running.
process.once('exit', () => {
  for (const { pid } of living) signalGroup(pid, 'SIGKILL');
});

function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // The whole group has gone already.
  }
}

/** Starts a process as the head of its own group, so that stopping it leaves no grandchild behind. */
export function startChild(command: Command): Child {
  const child = spawn(command.file, command.args, {
    cwd: command.cwd,
    env: { ...process.env, ...command.env },
    detached: true,
    stdio: command.onLine ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on('line', (line) => command.onLine?.(line));
  }
  const gone = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit ${code}`));
  });
  const started: Child = {
    name: command.name,
    pid: child.pid,
    gone,
    async stop() {
      signalGroup(child.pid, 'SIGTERM');
      await Promise.race([gone, wait(PATIENCE_MS, undefined, { ref: false })]);
      signalGroup(child.pid, 'SIGKILL');
      await gone;
    },
  };
  living.add(started);
  void gone.then(() => {
    // Grandchildren outlive a leader that was killed.
    signalGroup(child.pid, 'SIGKILL');
    living.delete(started);
  });
  return started;
}
