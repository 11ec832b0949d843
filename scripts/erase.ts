import { eraseCase } from '../src/cases/erase-case.ts';
import { storedCases } from '../src/cases/stored.ts';
import { systemClock } from '../src/lib/clock.ts';
import { parseReceipt } from '../src/lib/receipt-number.ts';
import { stopChildren } from './children.ts';
import { databaseSettings, toolsOf } from './settings.ts';
import { both, runMain, Stop } from './stop.ts';

/** `npm run erase -- <receipt>`: one case, at its sender's wish (个人信息保护法 47); its chain stays and says so. */
async function main([typed = '']: readonly string[]): Promise<void> {
  const receipt = parseReceipt(typed)?.canonical;
  if (receipt === undefined) throw new Stop(both('用法: npm run erase -- 编号', 'usage: npm run erase -- number'));
  const tools = toolsOf(await databaseSettings(), systemClock);
  const [stored] = await storedCases(tools.db, { receipt });
  if (!stored) throw new Stop(both(`没有编号 ${receipt} 的案件。`, `There is no case ${receipt}.`));
  const erased = await eraseCase(tools, stored.row.id, 'system', 'asked');
  if (!erased.ok) throw new Stop(both('已经删除过, 或者刚有变化。', 'Erased before, or it has just changed.'));
  console.log(both(`✓ ${receipt} 已删除, 事件链还在`, 'erased; its chain stays'));
}

await runMain(() => main(process.argv.slice(2)));
await stopChildren();
process.exit();
