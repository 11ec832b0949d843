import { afterAll, beforeAll, expect, test } from 'vitest';
import { lengthOf } from '../../src/lib/text.ts';
import { clientOf, problemsOf, type Answered, type Json } from '../harness/client.ts';
import type { Stack } from '../harness/stack.ts';
import { contextOf, oncePerKind, startCounty, titleOf, type Subject } from './county-stack.ts';
import { changed, levelsOf, placesIn, type Place } from './walk.ts';

let stack: Stack;
beforeAll(async () => void (stack = await startCounty()));
afterAll(() => stack.stop());

// What is refused follows from the kind, so one county each will do.
const each = oncePerKind.map((subject) => [titleOf(subject), subject] as const);
const placesOf = ({ site, form, sample }: Subject): Place[] =>
  placesIn(form.fields(contextOf(site), sample.body), sample.body);
const post = ({ site, form }: Subject, body: unknown): Promise<Answered> =>
  clientOf(stack, site.id).post(form.collection, body);

/** That each changed body is refused for exactly the problems named. */
async function refused(subject: Subject, cases: readonly (readonly [body: unknown, ...problems: string[]])[]) {
  const got = await Promise.all(
    cases.map(async ([body]) => {
      const answer = await post(subject, body);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      for (const { message } of (answer.body['errors'] ?? []) as { message: string }[]) {
        expect(message).toMatch(/\p{Script=Han}/u);
        expect(message).not.toMatch(/\{|undefined|NaN/);
      }
      return [answer.status, answer.body['code'], ...problemsOf(answer)];
    }),
  );
  expect(got).toEqual(cases.map(([, ...problems]) => [422, 'answers.invalid', ...problems]));
}

test.each(each)('%s: an unknown key is refused, however deep and whatever its name', async (_, subject) => {
  const { body } = subject.sample;
  const names = ['extra', 'constructor', '__proto__', 'toString', 'receipt', 'spam', 'demo'];
  const cases = levelsOf(body).flatMap((level) =>
    names.map((name) => [changed(body, level + name, { x: 1 }), `${level}${name} key.unknown`] as const),
  );
  await refused(subject, cases);
});

const blanks = (place: Place): unknown[] => [
  undefined,
  null,
  ...(typeof place.value === 'string' ? ['', ' \u3000\n'] : []),
];

test.each(each)('%s: each question that must be answered is named by its path', async (_, subject) => {
  const { body } = subject.sample;
  const required = placesOf(subject).filter(({ field, value }) => field.required && value !== undefined);
  expect(required.length).toBeGreaterThan(3);
  await refused(
    subject,
    required.flatMap((place) =>
      blanks(place).map((blank) => [changed(body, place.path, blank), `${place.path} field.required`] as const),
    ),
  );
});

const words = (place: Place): place is Place & { field: { max: number } } =>
  ['text', 'longtext'].includes(place.field.control) && place.field.max !== undefined && place.value !== undefined;

test.each(each)('%s: too long and too short are counted in characters as people count them', async (_, subject) => {
  const { body } = subject.sample;
  const texts = placesOf(subject).filter(words);
  const spoilt = (path: string, length: number): Json => ({ ...changed(body, path, '𠮷'.repeat(length)), extra: 1 });
  await refused(
    subject,
    texts.flatMap(({ path, field: { min = 1, max } }) => [
      [spoilt(path, max), 'extra key.unknown'],
      [spoilt(path, max + 1), 'extra key.unknown', `${path} field.too-long`],
      [spoilt(path, min), 'extra key.unknown'],
      ...(min > 1 ? [[spoilt(path, min - 1), 'extra key.unknown', `${path} field.too-short`] as const] : []),
    ]),
  );
});

/** Values that are no answer to a question, each with the problem it makes. */
const wrong = ({ field, value, path }: Place): (readonly [unknown, string])[] => {
  const invalid = `${path} field.invalid`;
  if (field.control === 'choice')
    return [
      ['nowhere', invalid],
      [7, invalid],
      [['toString'], invalid],
    ];
  if (field.control === 'choices')
    return [
      ['sms', invalid],
      [[], `${path} field.required`],
      [[...(value as []), ...(value as [])], invalid],
    ];
  if (field.control === 'integer' || field.control === 'money')
    return [
      [-1, invalid],
      [1.5, invalid],
      ['1', invalid],
      [1e300, invalid],
    ];
  if (field.control === 'tick' || field.control === 'yesno')
    return [
      ['true', invalid],
      [1, invalid],
    ];
  if (field.control === 'text' || field.control === 'longtext')
    return [
      [7, invalid],
      [{ length: 5 }, invalid],
    ];
  return [
    ['x', invalid],
    [13800138000, invalid],
    ['1'.repeat((field.max ?? 0) + 1), `${path} field.too-long`],
  ];
};

test.each(each)('%s: what is no answer to the question is refused beside it', async (_, subject) => {
  const { body } = subject.sample;
  const given = placesOf(subject).filter(({ value }) => value !== undefined);
  await refused(
    subject,
    given.flatMap((place) =>
      wrong(place).map(([value, problem]) => [changed(body, place.path, value), problem] as const),
    ),
  );
});

test.each(each)('%s: parts that are no objects, and a body without any', async (_, subject) => {
  const { body } = subject.sample;
  const groups = levelsOf(body).filter((level) => level !== '' && !/\d\.$/.test(level));
  for (const level of groups) {
    for (const value of ['x', 7, [], null]) {
      const answer = await post(subject, changed(body, level.slice(0, -1), value));
      expect([level, value, answer.status]).toEqual([level, value, 422]);
      expect(problemsOf(answer)).toContain(`${level.slice(0, -1)} field.invalid`);
    }
  }
  const empty = problemsOf(await post(subject, {}));
  expect(empty).toContain('contact.name field.required');
  expect(empty).toContain('contact.phone field.required');
  expect(empty).toContain('consent.privacy field.required');
  expect(new Set(empty.map((line) => line.split(' ')[0])).size).toBe(empty.length);
});

test.each(each)('%s: phone or e-mail, at least one', async (_, subject) => {
  const { body } = subject.sample;
  const none = changed(changed(body, 'contact.phone', undefined), 'contact.email', undefined);
  await refused(subject, [[none, 'contact.phone field.required']]);
});

test('nothing that was refused left a trace', async () => {
  for (const table of ['cases', 'case_keys', 'case_secrets', 'events', 'outbox', 'idempotency']) {
    const { rows } = await stack.db.execute(`SELECT count(*) AS n FROM ${table}`);
    expect([table, Number(rows[0]?.['n'])]).toEqual([table, 0]);
  }
});

test('lengths of the test are those of the contract', () => {
  expect(lengthOf('𠮷'.repeat(50))).toBe(50);
});
