import { createInterface } from 'node:readline/promises';
import { eraseCase } from '../src/cases/erase-case.ts';
import { casesOfPerson, copyForPerson, type OwnCase } from '../src/cases/person.ts';
import type { Tools } from '../src/cases/tools.ts';
import { systemClock } from '../src/lib/clock.ts';
import { siteById } from '../src/sites/index.ts';
import { stopChildren } from './children.ts';
import { databaseSettings, toolsOf } from './settings.ts';
import { both, runMain, Stop } from './stop.ts';

const USAGE = both(
  '用法: npm run person -- list|copy|erase 站点 (随后输入手机号或身份证号)',
  'usage: npm run person -- list|copy|erase site, then the phone or identity number when asked',
);

/** Asked for, not taken from the command line: what stands there is kept in the shell's history. */
async function numberOf(): Promise<string> {
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  const typed = await asking.question(both('手机号或身份证号: ', 'phone or identity number: '));
  asking.close();
  return typed;
}

const listed = (own: readonly OwnCase[]): string =>
  own.map(({ receipt, kind, state }) => `${receipt}  ${kind}  ${state}`).join('\n');

async function erase(tools: Tools, own: readonly OwnCase[]): Promise<void> {
  for (const { id, receipt } of own) {
    const erased = await eraseCase(tools, id, 'system', 'asked');
    console.log(
      erased.ok
        ? `✓ ${receipt} ${both('已删除', 'erased')}`
        : `· ${receipt} ${both('没有可删的', 'nothing left to erase')}`,
    );
  }
}

/** `npm run person`: what one person has here, a copy of it (个人信息保护法 45), or its erasure (47). */
async function main([what = '', site = '']: readonly string[]): Promise<void> {
  if (!['list', 'copy', 'erase'].includes(what) || !siteById(site)) throw new Stop(USAGE);
  const tools = toolsOf(await databaseSettings(), systemClock);
  const own = await casesOfPerson(tools, site, await numberOf());
  if (!own.ok) throw new Stop(both('不是手机号, 也不是身份证号。', 'Neither a phone nor an identity number.'));
  if (own.value.length === 0) throw new Stop(both('这里没有这个人的事项。', 'Nothing of this person is here.'));
  if (what === 'list') return console.log(listed(own.value));
  if (what === 'erase') return erase(tools, own.value);
  const { copies, missed } = await copyForPerson(tools, own.value);
  console.log(JSON.stringify(copies, null, 2));
  if (missed.length > 0)
    throw new Stop(both(`正在办理, 请再试: ${missed.join(' ')}`, 'these moved on meanwhile; please try again'));
}

await runMain(() => main(process.argv.slice(2)));
await stopChildren();
process.exit();
