import { createChallenge, solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/sha';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { petitionBody } from '../harness/bodies.ts';
import { startStack, type Stack } from '../harness/stack.ts';

let stack: Stack;
beforeAll(async () => void (stack = await startStack()));
afterAll(() => stack.stop());

async function solved(challenge: Challenge): Promise<string> {
  const solution = await solveChallenge({ challenge, deriveKey });
  return btoa(JSON.stringify({ challenge, solution }));
}

const asked = async (site = 'wanrong'): Promise<Challenge> =>
  (await stack.fetch(`/api/v1/${site}/challenge`)).json<Challenge>();

/** As a program without a key. */
async function send(challenge: string | undefined, answers = {}): Promise<string> {
  const response = await stack.fetch('/api/v1/wanrong/petitions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(petitionBody(answers, challenge === undefined ? {} : { challenge })),
  });
  const { code, state } = await response.json<{ code: string; state?: string }>();
  return `${response.status} ${state ?? code}`;
}

test('a solved challenge lets one submission through, and no second', async () => {
  const solution = await solved(await asked());
  expect(await send(solution)).toBe('201 received');
  expect(await send(solution, { title: '另一件要说的事' })).toBe('422 challenge.failed');
});

test('sixteen at once with one solution make one case', async () => {
  const solution = await solved(await asked());
  const answers = await Promise.all(Array.from({ length: 16 }, () => send(solution)));
  expect(answers.filter((answer) => answer === '201 received')).toHaveLength(1);
  expect(new Set(answers)).toEqual(new Set(['201 received', '422 challenge.failed']));
});

test('without key and challenge one is asked for', async () => {
  expect(await send(undefined)).toBe('422 challenge.required');
});

test('a solution of another site, one put together at home, and nonsense do not hold', async () => {
  expect(await send(await solved(await asked('wenxi')))).toBe('422 challenge.failed');
  const easy = await createChallenge({
    algorithm: 'SHA-256',
    cost: 1,
    keyPrefix: '0',
    deriveKey,
    expiresAt: Math.floor(Date.now() / 1000) + 600,
    hmacSignatureSecret: 'guessed',
  });
  expect(await send(await solved(easy))).toBe('422 challenge.failed');
  for (const nonsense of ['x', btoa('{}'), btoa('null'), '%%%'])
    expect(await send(nonsense)).toBe('422 challenge.failed');
});

test('a challenge made easier or longer lived does not hold', async () => {
  const challenge = await asked();
  const parameters = { ...challenge.parameters, keyPrefix: '0', expiresAt: Math.floor(Date.now() / 1000) + 86_400 };
  expect(await send(await solved({ ...challenge, parameters }))).toBe('422 challenge.failed');
});

test('a challenge lives no longer than ten minutes', async () => {
  const { parameters } = await asked();
  expect(Number(parameters.expiresAt) * 1000 - Date.now()).toBeLessThanOrEqual(600_000);
});

test('a refused field does not use the solution up', async () => {
  const solution = await solved(await asked());
  expect(await send(solution, { title: '短' })).toBe('422 answers.invalid');
  expect(await send(solution)).toBe('201 received');
});

test('a repeat under the same key needs no new solution', async () => {
  const challenge = await solved(await asked());
  const repeat = async () =>
    stack.fetch('/api/v1/wanrong/petitions', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'with-challenge' },
      body: JSON.stringify(petitionBody({}, { challenge })),
    });
  const [first, again] = [await repeat(), await repeat()];
  expect([first.status, again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 201, 'true']);
  expect(await again.text()).toBe(await first.text());
});
