import { parseReceipt } from '../src/lib/receipt-number.ts';
import { openStored, storedCases, type StoredCase } from '../src/cases/stored.ts';
import type { Tools } from '../src/cases/tools.ts';
import { unkeptStreams } from '../src/cases/unkept.ts';
import { signedStatement, verifyCase } from '../src/cases/verify.ts';
import { systemClock } from '../src/lib/clock.ts';
import { stopChildren } from './children.ts';
import { databaseSettings, toolsOf } from './settings.ts';
import { both, runMain, Stop } from './stop.ts';
import { copyLines, walkCopies } from './verify/copies.ts';
import { sealLine, unkeptLine } from './verify/seal-words.ts';
import { verifyAll } from './verify/walk.ts';
import { bundleLine, streamLines, verdictLines } from './verify/words.ts';

async function found(tools: Tools, typed: string): Promise<StoredCase> {
  const receipt = parseReceipt(typed)?.canonical;
  const [stored] = receipt === undefined ? [] : await storedCases(tools.db, { receipt });
  if (!stored) throw new Stop(both(`没有编号 ${typed} 的案件。`, `There is no case ${typed}.`));
  return stored;
}

async function one(tools: Tools, typed: string): Promise<void> {
  const stored = await found(tools, typed);
  const verdict = await verifyCase(tools.ring, stored);
  const unkept = await unkeptStreams(tools.db, stored.row.id);
  const good = verdict.faults.length + unkept.length === 0;
  const lines = good || verdict.faults.length > 0 ? verdictLines(verdict) : [];
  console.log([...lines, ...unkept.map(unkeptLine)].join('\n'));
  if (!good) process.exitCode = 1;
}

async function everything(tools: Tools): Promise<void> {
  const { cases, erased, broken, brokenBundles, brokenStreams, seals, unkept } = await verifyAll(tools);
  const lines = [
    ...broken.flatMap(verdictLines),
    ...brokenBundles.map(bundleLine),
    ...brokenStreams.flatMap(streamLines),
    ...unkept.map(unkeptLine),
  ];
  for (const line of [...lines, sealLine(seals)]) console.log(line);
  const good = lines.length === 0;
  const counted = both(
    `核对 ${cases} 件(其中 ${erased} 件内容已销毁),有问题 ${lines.length} 处`,
    `${cases} cases (${erased} of them erased), faults: ${lines.length}`,
  );
  console.log(`${good ? '✓' : '✗'} ${counted}`);
  if (!good || seals.fault) process.exitCode = 1;
}

/** The statement alone goes to stdout; how to check it without any secret goes beside it. */
async function statement(tools: Tools, typed: string): Promise<void> {
  const stored = await found(tools, typed);
  const opened = await openStored(tools.ring, stored);
  const text = opened.is === 'open' ? await signedStatement(tools.ring, stored, opened.signed) : undefined;
  if (text === undefined) {
    throw new Stop(both('内容已销毁或与指纹不符,没有可出示的原文。', 'Erased, or not what was signed: no statement.'));
  }
  const [hash = '', signature = ''] = stored.row.fingerprint.split('.');
  console.error(
    [
      both(`指纹 ${stored.row.fingerprint}`, 'the fingerprint on the receipt'),
      both('任何人都可核对,不需要密钥:', 'Anyone can check, without a secret:'),
      both(
        `1. 下面这一行(UTF-8,不含换行)的 SHA-256,写成 base64url,应等于 ${hash.replace('sha256-', '')}`,
        'SHA-256 of the line below (UTF-8, without its line end) in base64url',
      ),
      both(
        `2. 用 ${tools.publicUrl}/.well-known/minyi-keys.json 里的一把 Ed25519 公钥,对这 32 字节验签:${signature}`,
        'one of those Ed25519 keys verifies this signature of the 32 bytes',
      ),
      both('contact 只是带密钥的摘要,看不出是谁。', '`contact` is a keyed hash: it names nobody.'),
    ].join('\n'),
  );
  console.log(text);
}

/** Copies fetched from the object store show what was taken out of the database together with its seals. */
async function copies(tools: Tools, folder: string): Promise<void> {
  const walk = await walkCopies(tools, folder);
  console.log(copyLines(walk).join('\n'));
  if (walk.faults.length + walk.unreadable.length > 0) process.exitCode = 1;
}

/** `npm run verify [-- <receipt> | --statement <receipt> | --copies <folder>]`; ends with 1 where something does not fit together. */
async function main([first, second]: readonly string[]): Promise<void> {
  const tools = toolsOf(await databaseSettings(), systemClock);
  if (first === '--statement') return statement(tools, second ?? '');
  if (first === '--copies') return copies(tools, second ?? '.');
  return first === undefined ? everything(tools) : one(tools, first);
}

await runMain(() => main(process.argv.slice(2)));
await stopChildren();
process.exit();
