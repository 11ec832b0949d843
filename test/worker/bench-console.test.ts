import { expect, test } from 'vitest';
import { benchConsole } from '../../bench/console.ts';
import { BUILT_WORKER } from '../../scripts/wrangler.ts';

test('the measurement of the console fills a database, is served by workerd and asks for every page', async () => {
  const table = await benchConsole({ size: 10_000, times: 1, built: BUILT_WORKER });
  const rows = table.split('\n').filter((line) => /^\| \w/.test(line));
  expect(rows.length).toBeGreaterThan(20);
  const cells = rows.flatMap((line) => line.split(' | ').slice(1));
  expect(cells.filter((cell) => !/^(\d+ \/ \d+|–)( \|)?$/.test(cell))).toEqual([]);
  const cellsOf = (name: string) => rows.find((line) => line.startsWith(`| ${name}`))?.replace(/\d+ \/ \d+/g, '+');
  expect(cellsOf('a case, ')).toMatch(/^\| a case, [^|]+( \| \+){4}( \| –){2} \|$/);
  expect(cellsOf('a heartbeat')).toMatch(/^\| a heartbeat[^|]+( \| \+){4}( \| –){2} \|$/);
  expect(cellsOf('tasks')).toBe('| tasks | + | + | + | + | + | – |');
  expect(cellsOf('suggestions (')).toBe('| suggestions (建议) | + | + | + | – | + | – |');
}, 120_000);
