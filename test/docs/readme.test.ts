import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { roads, settingsTable } from '../../scripts/readme.ts';
import { faultTable } from '../../scripts/readme/faults.ts';
import { fromRoot } from '../../scripts/root.ts';
import { magicTable } from '../../src/notify/magic.ts';

const readme = readFileSync(fromRoot('README.md'), 'utf8');

test('the table of settings is what the program parses', () => {
  expect(readme).toContain(settingsTable());
});

test('the table of magic numbers is the list they are looked up in', () => {
  expect(readme).toContain(magicTable());
});

test('the table of faults is what its tests hold', () => {
  expect(readme).toContain(faultTable());
});

test.each(Object.entries(roads))('%s is drawn as it is walked', (_, road) => {
  expect(readme).toContain(road);
});

test('every path and picture the README names exists', () => {
  const named = [
    ...readme.matchAll(/`((?:src|test|demo|scripts|docs|migrations|bench)\/[\w./-]*)`|(?:src)="([^":]+)"/g),
  ]
    .map((match) => match[1] ?? match[2] ?? '')
    .filter((path) => !path.startsWith('http'));
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((path) => !existsSync(fromRoot(path)))).toEqual([]);
});

test('every npm script the README names exists', () => {
  const { scripts } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')) as { scripts: Record<string, string> };
  const named = [...readme.matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? '');
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
