import { solve, type Challenge } from './solve.ts';

/** At most this long at work on a slow phone; without a proof the server only counts more strictly. */
const PATIENCE = 1000;
/** A challenge lives ten minutes (security.md 5.13); who writes longer gets a fresh one, and never sends a stale one. */
const RENEW = 5 * 60_000;
const STALE = 9 * 60_000;

/** Solves a proof of work in the background and puts it into the form. The button never waits for it. */
export function proveWork(form: HTMLFormElement, url: string): void {
  const input = form.querySelector<HTMLInputElement>('input[name="challenge"]');
  if (!input || !window.isSecureContext || !crypto.subtle) return;
  let solvedAt = 0;
  const renew = async () => {
    const begun = Date.now();
    const proof = await solved(url).catch(() => null);
    if (proof === null) return;
    input.value = proof;
    solvedAt = begun;
  };
  void renew();
  const timer = setInterval(() => {
    if (!form.isConnected) clearInterval(timer);
    else if (!document.hidden && Date.now() - solvedAt > RENEW) void renew();
  }, 60_000);
  form.addEventListener('submit', () => {
    if (Date.now() - solvedAt > STALE) input.value = '';
  });
}

/** Base64 of `{ challenge, solution }`, or null where it took too long. */
async function solved(url: string): Promise<string | null> {
  const response = await fetch(url);
  if (!response.ok) return null;
  const challenge = (await response.json()) as Challenge;
  const solution = await solve(challenge, PATIENCE);
  return solution && btoa(JSON.stringify({ challenge, solution }));
}
