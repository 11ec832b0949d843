import { createClient } from '@libsql/client/web';
import { base64url, randomBytes, sha256 } from '../src/lib/bytes.ts';
import { siteById } from '../src/sites/index.ts';
import { openLocalDatabase } from './local.ts';
import { both, runMain, Stop } from './stop.ts';

const PER_DAY = 1000;

/** `npm run partner-key -- wanrong 智慧人大 [1000]`: makes a key for one partner of one site and shows it once. */
await runMain(async () => {
  const [site = '', name = '', perDay = String(PER_DAY)] = process.argv.slice(2);
  if (!siteById(site) || name === '' || !/^[1-9]\d{0,6}$/.test(perDay)) {
    throw new Stop(
      both(
        '用法: npm run partner-key -- 站点 合作方名称 [每天件数]',
        'usage: npm run partner-key -- site "partner" [submissions a day]',
      ),
    );
  }
  const key = `mk_${base64url(randomBytes(32))}`;
  const database = await openLocalDatabase();
  const client = createClient({ url: database.url, authToken: database.authToken });
  try {
    await client.execute({
      sql: 'INSERT INTO partner_keys (hash, site, name, per_day, created_at) VALUES (?, ?, ?, ?, ?)',
      args: [await sha256(key), site, name, Number(perDay), Date.now()],
    });
  } finally {
    await database.stop();
  }
  console.log(both(`${name} 的密钥(只显示这一次)`, 'the key, shown this once'));
  console.log(key);
});
