import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { unstable_readConfig as readConfig } from 'wrangler';
import { sites } from '../src/sites/index.ts';
import { checkBundle } from './doctor/bundle.ts';
import { checkDatabase } from './doctor/database.ts';
import type { Finding } from './doctor/finding.ts';
import { checkOrigins, checkSettings } from './doctor/settings.ts';
import type { Values } from './doctor/settings.ts';
import { LOCAL_ENV } from './local.ts';
import { fromRoot } from './root.ts';
import { both, runMain, Stop } from './stop.ts';
import { quietEnv } from './wrangler.ts';

/**
 * What the Worker gets: the vars of `wrangler.toml`, under a file of secrets (`npm run doctor -- prod.env`), else the
 * environment when it names a database, else the local run's.
 */
function readValues(file: string | undefined): Values {
  const config = readConfig({ config: fromRoot('wrangler.toml') });
  const bound = config.send_email.map(({ name }: { name: string }) => [name, 'bound']);
  const vars = { ...(config.vars as Values), ...(Object.fromEntries(bound) as Values) };
  if (file && !existsSync(file)) throw new Stop(both(`没有 ${file} 这个文件。`, `There is no file ${file}.`));
  if (!file && process.env.LIBSQL_URL) return { ...vars, ...process.env };
  const source = file ?? LOCAL_ENV;
  return { ...vars, ...(existsSync(source) ? parseEnv(readFileSync(source, 'utf8')) : {}) };
}

function words(text = ''): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

await runMain(async () => {
  Object.assign(process.env, quietEnv);
  const values = readValues(process.argv[2]);
  const owners = [
    ...['PUBLIC_URL', 'EXTRA_ORIGINS'].map((name) => ({ owner: name, origins: words(values[name]) })),
    ...sites.map(({ id, origins }) => ({ owner: id, origins })),
  ];
  const findings: Finding[] = [
    ...checkSettings(values),
    ...checkOrigins(owners, values),
    ...(await checkDatabase(values)),
    await checkBundle(),
  ];
  for (const { ok, subject, words } of findings) console.log(`${ok ? '✓' : '✗'} ${subject}  ${words}`);
  if (findings.some(({ ok }) => !ok)) process.exitCode = 1;
});
