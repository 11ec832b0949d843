import { expect, test } from 'vitest';
import { generatedPetitions } from '../../../demo/cases/generated.ts';
import { likeness } from '../../../src/cases/matter/likeness.ts';
import { bandsOf } from '../../../src/cases/matter/sketch.ts';

const CANAL = '村北支渠塌了一段,地浇不上。我们村北头那条支渠,去年秋天就塌了有二三十米,今年放水到不了我们这几块地。';
const shared = (one: string, other: string): number => {
  const bands = new Set(bandsOf('wanrong|petition', one));
  return bandsOf('wanrong|petition', other).filter((band) => bands.has(band)).length;
};

test('the same words are wholly alike, others not at all, whatever their length', () => {
  expect(likeness(CANAL, CANAL)).toBe(1);
  expect(likeness(CANAL, `${CANAL}请快点修,大家都等着。`)).toBe(1);
  expect(likeness(CANAL, '集上买的化肥不够秤')).toBe(0);
  expect(likeness(CANAL, '')).toBe(0);
});

test('told in other words, the same matter is still more alike than another', () => {
  const again = '渠道损坏浇不了地。支渠塌了一大截,水过不来。我家八亩麦子浇不上。';
  const other = '机井坏了三天没人修。村里第二眼机井不上水,打电话说配件没到。';
  expect(likeness(CANAL, again)).toBeGreaterThan(0.1);
  expect(likeness(CANAL, other)).toBeLessThan(0.1);
});

test('a text copied with a word changed is found by its bands, in its own county alone', () => {
  expect(shared(CANAL, CANAL.replace('去年秋天', '前年冬天'))).toBeGreaterThan(0);
  expect(shared(CANAL, '集上买的化肥不够秤,票还在,袋子也留着')).toBe(0);
  const elsewhere = new Set(bandsOf('pinglu|petition', CANAL));
  expect(bandsOf('wanrong|petition', CANAL).filter((band) => elsewhere.has(band))).toEqual([]);
});

test('of all pairs of the demo that are near-duplicates nearly every one shares a band', () => {
  const texts = [
    ...new Set(
      generatedPetitions('2026-11-24').map(({ body }) => {
        const { title, body: text } = body['answers'] as { title: string; body: string };
        return `${title}。${text}`;
      }),
    ),
  ];
  const pairs = texts.flatMap((one, i) => texts.slice(i + 1).map((other) => [one, other] as const));
  const near = pairs.filter(([one, other]) => likeness(one, other) >= 0.8);
  const found = near.filter(([one, other]) => shared(one, other) > 0);
  expect(near.length).toBeGreaterThan(100);
  expect(found.length / near.length).toBeGreaterThan(0.9);
});

test('bands are whole numbers that a database keeps exactly', () => {
  for (const band of bandsOf('wanrong|petition', CANAL)) expect(Number.isSafeInteger(band)).toBe(true);
  expect(bandsOf('wanrong|petition', '。')).toEqual([]);
});
