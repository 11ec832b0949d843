import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { caseKinds } from '../src/forms/index.ts';
import { sites } from '../src/sites/index.ts';
import { allMeasures } from '../src/eligibility/programmes/index.ts';

const SRC = resolve(import.meta.dirname, '../src');

/** Each row may use what stands above it, never what stands below; rooms of one row never use each other. */
const LAYERS: readonly (readonly string[])[] = [
  ['lib'],
  ['i18n'],
  ['errors.ts'],
  ['db', 'sites'],
  ['content', 'receipt-image'],
  ['ui', 'chain'],
  ['workflow'],
  ['notify', 'files', 'staff', 'eligibility', 'drafts', 'liaison'],
  ['forms'],
  ['intake'],
  ['cases'],
  ['consultations', 'subsidies', 'watch'],
  ['staff-messages'],
  ['env.ts', 'context.ts'],
  ['routes', 'jobs'],
  ['app.ts'],
  ['deps.ts'],
  ['worker.ts'],
];

/** What may look sideways or down all the same, and why. */
const EXCEPTIONS: readonly [from: string, to: string, why: string][] = [
  ['routes', 'jobs', 'an answer wakes the outbox at once'],
];

const files = (dir: string): string[] =>
  readdirSync(dir).flatMap((name) => {
    const path = join(dir, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
const code = files(SRC).filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'));
const room = (path: string): string => relative(SRC, path).split('/')[0] ?? '';
const layer = (name: string): number => LAYERS.findIndex((row) => row.includes(name));
const importsOf = (path: string): string[] =>
  [...readFileSync(path, 'utf8').matchAll(/from '(\.{1,2}\/[^']+)'|import '(\.{1,2}\/[^']+)'/g)].map((match) =>
    resolve(dirname(path), match[1] ?? match[2] ?? ''),
  );

test('every room of the house has its place in the plan', () => {
  expect([...new Set(code.map(room))].filter((name) => layer(name) < 0)).toEqual([]);
});

test('no room uses what stands to its right', () => {
  const wrong = code.flatMap((path) =>
    importsOf(path)
      .filter((target) => target.startsWith(SRC) && room(target) !== room(path))
      .filter((target) => layer(room(target)) >= layer(room(path)))
      .filter((target) => !EXCEPTIONS.some(([from, to]) => from === room(path) && to === room(target)))
      .map((target) => `${relative(SRC, path)} → ${relative(SRC, target)}`),
  );
  expect(wrong).toEqual([]);
});

const inside = (path: string, folder: string): string | undefined => {
  const parts = relative(join(SRC, folder), path).split('/');
  return parts.length > 1 && parts[0] !== '..' ? parts[0] : undefined;
};

test('form kinds never import each other', () => {
  const wrong = code.flatMap((path) => {
    const own = inside(path, 'forms');
    return own === undefined
      ? []
      : importsOf(path)
          .map((target) => inside(target, 'forms'))
          .filter((other) => other !== undefined && other !== own);
  });
  expect(wrong).toEqual([]);
});

test('suppliers never import each other, and the outbox names none of them', () => {
  const providers = join(SRC, 'notify/providers');
  const suppliers = readdirSync(providers).filter((name) => name !== 'index.ts');
  const wrong = code
    .filter((path) => path.startsWith(providers) && !path.endsWith('/index.ts'))
    .flatMap((path) => importsOf(path).filter((target) => dirname(target) === providers));
  expect(wrong).toEqual([]);
  for (const path of code.filter((one) => one.includes('/notify/outbox/'))) {
    for (const supplier of suppliers) expect(readFileSync(path, 'utf8')).not.toContain(supplier.replace('.ts', ''));
  }
});

test('cases know no kind by name', () => {
  const named = new RegExp(
    `['"\`](${caseKinds.map(({ kind }) => kind).join('|')})['"\`]|forms/(${caseKinds.map(({ kind }) => kind).join('|')})/`,
  );
  expect(code.filter((path) => room(path) === 'cases' && named.test(readFileSync(path, 'utf8')))).toEqual([]);
});

test('routes touch no table and no supplier', () => {
  const wrong = code
    .filter((path) => room(path) === 'routes')
    .flatMap((path) => importsOf(path))
    .filter(
      (target) =>
        target.endsWith('tables.ts') || (/notify\/providers\//.test(target) && !target.endsWith('mailbox.ts')),
    );
  expect(wrong).toEqual([]);
});

test('only worker, deps and env name a binding of the platform', () => {
  const platform =
    /cloudflare:|ExecutionContext|DurableObject|R2Bucket|KVNamespace|RateLimit\b|ExportedHandler|waitUntil/;
  const allowed = new Set(['worker.ts', 'deps.ts', 'env.ts']);
  expect(code.filter((path) => !allowed.has(room(path)) && platform.test(readFileSync(path, 'utf8')))).toEqual([]);
});

test('src imports neither demo data nor Node', () => {
  const wrong = code.filter((path) => /from '(node:|[^']*\/demo\/)/.test(readFileSync(path, 'utf8')));
  expect(wrong).toEqual([]);
});

test('every kind, county and measure folder stands in its list', () => {
  const folders = readdirSync(join(SRC, 'forms'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).toSorted()).toEqual(caseKinds.map(({ kind }) => kind).toSorted());
  for (const { id } of sites) expect(readdirSync(join(SRC, 'sites'))).toContain(`${id}.ts`);
  for (const { id } of allMeasures) expect(readdirSync(join(SRC, 'eligibility/programmes'))).toContain(`${id}.ts`);
});

test('a file has one subject: none is above 300 lines, and half of them below 80', () => {
  const lengths = code
    .filter((path) => !/\/(i18n|sites|content|liaison)\//.test(path))
    .map((path) => readFileSync(path, 'utf8').split('\n').length)
    .toSorted((a, b) => a - b);
  expect(lengths.at(-1)).toBeLessThanOrEqual(300);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(80);
});
