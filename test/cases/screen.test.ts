import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { newChallenge } from '../../src/cases/challenge.ts';
import { screen } from '../../src/cases/screen.ts';
import type { Sender } from '../../src/cases/sender.ts';
import { fixedClock } from '../../src/lib/clock.ts';
import { openKeyRing } from '../../src/lib/sealing/key-ring.ts';
import { wanrong } from '../../src/sites/wanrong.ts';
import { wenxi } from '../../src/sites/wenxi.ts';
import { solved } from './solve.ts';
import { noDatabase, NOW, toolsOf } from './tools.ts';

// altcha-lib asks the machine's own clock whether work is stale.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(NOW) }));
afterAll(() => void vi.useRealTimers());

const tools = toolsOf(noDatabase);
const opened = (secondsAgo: number): number => Date.parse(NOW) - secondsAgo * 1000;
const page = (more: Partial<Sender & { is: 'page' }> = {}): Sender => ({
  is: 'page',
  address: '203.0.113.7',
  openedAt: opened(60),
  decoyFilled: false,
  ...more,
});
const program: Sender = { is: 'program', address: '203.0.113.7' };
const proof = async (site = 'wanrong') => solved(await newChallenge(tools.ring, fixedClock(NOW), site));

/** Names and caps of the counters a verdict wants raised. */
async function countersOf(sender: Sender, solution?: string) {
  const verdict = await screen(tools, wanrong, sender, solution);
  if (!verdict.ok) throw new Error(verdict.error.code);
  return verdict.value.limits.map((limit) => {
    const [name, , cap] = limit.args;
    return `${String(name).replace(/\|[\w-]{22}\|/, '|address|')} ≤ ${String(cap)}`;
  });
}

test('a program without a key must bring work, of this county, done', async () => {
  expect(await screen(tools, wanrong, program, undefined)).toMatchObject({ error: { code: 'challenge.required' } });
  for (const wrong of ['', 'x', btoa('{}'), btoa('[]'), await proof('wenxi')]) {
    expect(await screen(tools, wanrong, program, wrong)).toMatchObject({ error: { code: 'challenge.failed' } });
  }
  expect(await screen(tools, wanrong, program, await proof())).toMatchObject({ ok: true, value: { limits: [] } });
  expect(await screen(tools, wenxi, program, await proof('wenxi'))).toMatchObject({ ok: true });
});

test('work is good for ten minutes', async () => {
  const work = await proof();
  const after = (minutes: number) => {
    vi.setSystemTime(Date.parse(NOW) + minutes * 60_000);
    return screen(tools, wanrong, program, work);
  };
  expect(await after(9)).toMatchObject({ ok: true });
  expect(await after(11)).toMatchObject({ error: { code: 'challenge.failed' } });
});

test('work begun before the keys were turned still counts, under a key gone from the ring no more', async () => {
  const [old, young] = [7, 8].map((byte) => Buffer.alloc(32, byte).toString('base64'));
  const turned = toolsOf(noDatabase, {
    ring: openKeyRing({ current: 'young', ring: { test: String(old), young: String(young) } }),
  });
  const without = toolsOf(noDatabase, { ring: openKeyRing({ current: 'young', ring: { young: String(young) } }) });
  const work = await proof();
  expect(await screen(turned, wanrong, program, work)).toMatchObject({ ok: true });
  expect(await screen(without, wanrong, program, work)).toMatchObject({ error: { code: 'challenge.failed' } });
});

test('work that was bent to live longer does not count', async () => {
  const challenge = await newChallenge(tools.ring, fixedClock(NOW), 'wanrong');
  const bent = { ...challenge, parameters: { ...challenge.parameters, expiresAt: Date.parse(NOW) + 1 } };
  const verdict = await screen(tools, wanrong, program, await solved(bent));
  expect(verdict).toMatchObject({ error: { code: 'challenge.failed' } });
});

test('a page without work is trusted after two seconds, within its limits', async () => {
  for (const openedAt of [null, opened(0), opened(1.9), opened(-5)]) {
    expect(await screen(tools, wanrong, page({ openedAt }), undefined)).toMatchObject({
      error: { code: 'form.too-quick' },
    });
  }
  expect(await countersOf(page({ openedAt: opened(2) }))).toEqual([
    'unproven|wanrong|address|2026-11-20T10 ≤ 3',
    'unproven|wanrong|2026-11-20 ≤ 200',
  ]);
});

test('work that fails leaves a page where it would be without script', async () => {
  expect(await countersOf(page(), 'not a proof')).toHaveLength(2);
});

test('with work a page may be quick and is not counted', async () => {
  expect(await countersOf(page({ openedAt: null }), await proof())).toEqual([]);
});

test('who fills the field no person sees is spam, with work or without', async () => {
  for (const solution of [undefined, await proof()]) {
    const verdict = await screen(tools, wanrong, page({ decoyFilled: true }), solution);
    expect(verdict).toMatchObject({ ok: true, value: { spam: true } });
  }
});

test('a partner is counted by day, the local key not at all', async () => {
  const partner = { is: 'partner', name: 'mini', limited: true } as const;
  expect(await countersOf({ ...partner, perDay: 500 })).toEqual(['partner|wanrong|mini|2026-11-20 ≤ 500']);
  expect(await countersOf({ ...partner, perDay: null })).toEqual([]);
});
