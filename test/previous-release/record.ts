import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client/web';
import { stopChildren } from '../../scripts/children.ts';
import { migrate } from '../../scripts/migrate.ts';
import { ROOT } from '../../scripts/root.ts';
import { startSqld } from '../../scripts/sqld.ts';
import { toolsOf } from '../cases/tools.ts';
import { keep } from './kept.ts';
import { recording } from './recorder.ts';
import { story } from './story.ts';

/**
 * `npx tsx test/previous-release/record.ts`, with the tree of a release checked out: keeps what it says to its database.
 * The releases after it are held against that (`test/stories/previous-release.test.ts`).
 */
const dir = mkdtempSync(join(tmpdir(), 'minyi-'));
const sqld = await startSqld({ dir });
await migrate(createClient({ url: sqld.url }));
const { db, calls } = recording(sqld.url);
let now = Date.parse('2026-11-20T10:00:00+08:00');
const tools = toolsOf(db, { clock: { now: () => now } });
const told = await story(tools, (ms) => void (now = ms));
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim();
keep({ commit, told, calls });
const statements = calls.reduce((sum, call) => sum + call.statements.length, 0);
console.log(`${commit}: ${calls.length} calls, ${statements} statements`);
await sqld.stop();
await stopChildren();
rmSync(dir, { recursive: true, force: true });
process.exit();
