import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client/web';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromRoot } from '../../scripts/root.ts';
import { startSqld, type Database } from '../../scripts/sqld.ts';

const dir = mkdtempSync(join(tmpdir(), 'minyi-'));
let database: Database;
beforeAll(async () => void (database = await startSqld({ dir })));
afterAll(async () => {
  await database.stop();
  rmSync(dir, { recursive: true, force: true });
});

interface Ended {
  code: number;
  said: string;
}

/** Runs the command as an operator does, with a deployment's settings in the environment. */
const run = (...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const env = {
      ...process.env,
      ENVIRONMENT: 'production',
      PUBLIC_URL: 'https://minyi.example.gov.cn',
      STAFF_URL: 'https://staff.example.gov.cn',
      LIBSQL_URL: database.url,
      MINYI_KEYS: JSON.stringify({ current: 'k1', ring: { k1: Buffer.alloc(32, 1).toString('base64') } }),
    };
    const command = ['--import', 'tsx', fromRoot('scripts', 'staff.ts'), ...args];
    execFile(process.execPath, command, { env }, (error, stdout, stderr) =>
      resolve({ code: error ? 1 : 0, said: stdout + stderr }),
    );
  });

test('the first administrator comes by a command, which prints a link to the console of the settings', async () => {
  const { code, said } = await run('add', 'chief', 'administrator', '某某(示例)');
  expect([code, said]).toEqual([
    0,
    expect.stringMatching(/\nhttps:\/\/staff\.example\.gov\.cn\/staff\/enrol\/[\w-]{43}\n$/),
  ]);
  const { rows } = await createClient({ url: database.url }).execute(
    'SELECT login, role, ended_at FROM staff_accounts',
  );
  expect(rows.map(({ login, role, ended_at }) => [login, role, ended_at])).toEqual([['chief', 'administrator', null]]);
  expect((await run('link', 'chief')).code).toBe(0);
  expect((await run('end', 'chief')).code).toBe(0);
  expect((await run('link', 'chief')).said).toContain('没有账号 chief');
}, 30_000);

test('what does not fit is said in a sentence and changes nothing', async () => {
  const answers = await Promise.all([
    run('add', 'li', 'owner', '某某'),
    run('add', 'li', 'station-clerk', '某某', 'wanrong', 'nowhere'),
    run('add', 'li', 'talent-officer', '某某'),
    run('add', 'li', 'auditor', '某某', 'nocounty'),
  ]);
  expect(answers.map(({ code }) => code)).toEqual([1, 1, 1, 1]);
  expect(answers[1]?.said).toContain('gaocun');
  expect(answers[2]?.said).toContain('角色和管辖对不上');
  expect(answers[3]?.said).toContain('没有站点 nocounty');
}, 30_000);
