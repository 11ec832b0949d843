import { createClient } from '@libsql/client/web';
import { systemClock } from '../src/lib/clock.ts';
import { stopChildren } from './children.ts';
import { migrate } from './migrate.ts';
import { isMain } from './root.ts';
import { emptyDatabase, isEmpty, wasCutOff } from './seed/reset.ts';
import { seedDemo } from './seed/seed-demo.ts';
import { demoLinks } from './seed/seed-staff.ts';
import { commandSettings, staffToolsOf, toolsOf } from './settings.ts';
import { both, runMain, Stop } from './stop.ts';
import { staffLines } from './where-to-go.ts';

const CUT_OFF = both(
  '  示例数据上次没有写完。要补齐请运行 npm run seed -- --reset(会清空本机数据)。',
  'The demo data was cut off last time: npm run seed -- --reset empties this machine and writes it anew.',
);

/** `npm run seed`: the demo data into an empty database; `--reset` empties it first, `--when-empty` else does nothing. */
async function main(flags: readonly string[]): Promise<void> {
  const settings = await commandSettings();
  await migrate(createClient({ url: settings.LIBSQL_URL, authToken: settings.LIBSQL_AUTH_TOKEN }));
  const now = systemClock.now();
  const tools = toolsOf(settings, { now: () => now });
  if (flags.includes('--reset')) {
    if (settings.ENVIRONMENT !== 'local') {
      throw new Stop(both('只有本机环境可以清空数据。', 'Only a local run may be emptied.'));
    }
    await emptyDatabase(tools.db);
  }
  if (!(await isEmpty(tools.db))) {
    if (flags.includes('--when-empty')) {
      if (await wasCutOff(tools.db)) console.log(CUT_OFF);
      return;
    }
    throw new Stop(
      both('库里已有数据。要重来请用 npm run seed -- --reset。', 'There is data already: npm run seed -- --reset.'),
    );
  }
  console.log(both('正在写入示例数据……', 'Writing the demo data…'));
  // Emptying took the demo staff with everything else; they come back first, with links to come in by.
  const links = flags.includes('--reset') ? await demoLinks(staffToolsOf(settings, systemClock)) : [];
  const { sent, unknownKinds } = await seedDemo(tools);
  for (const kind of unknownKinds)
    console.log(both(`  跳过 ${kind}:还没有这种表单`, `skipped ${kind}: no such form yet`));
  const seconds = ((systemClock.now() - now) / 1000).toFixed(1);
  console.log(both(`  示例数据 ${sent.length} 件,用时 ${seconds} 秒`, `${sent.length} demo cases in ${seconds} s`));
  if (links.length > 0) console.log(staffLines(links).join('\n'));
}

if (isMain(import.meta.filename)) {
  await runMain(() => main(process.argv.slice(2)));
  await stopChildren();
  process.exit();
}
