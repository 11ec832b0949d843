import { createClient, type Client } from '@libsql/client/web';
import { base64url, randomBytes, sha256 } from '../src/lib/bytes.ts';
import { siteById } from '../src/sites/index.ts';
import { openLocalDatabase } from './local.ts';
import { both, runMain, Stop } from './stop.ts';

const PER_DAY = 1000;

const USAGE = both(
  '用法: npm run partner-key -- 站点 合作方名称 [每天件数 | revoke]',
  'usage: npm run partner-key -- site "partner" [submissions a day | revoke]',
);

/** A new key, shown once; those the partner has already go on, so that it can change over without a gap. */
async function make(client: Client, site: string, name: string, perDay: number): Promise<void> {
  const key = `mk_${base64url(randomBytes(32))}`;
  await client.execute({
    sql: 'INSERT INTO partner_keys (hash, site, name, per_day, created_at) VALUES (?, ?, ?, ?, ?)',
    args: [await sha256(key), site, name, perDay, Date.now()],
  });
  console.log(both(`${name} 的密钥(只显示这一次)`, 'the key, shown this once'));
  console.log(key);
}

/** Every key of a partner at a site, at once. */
async function revoke(client: Client, site: string, name: string): Promise<void> {
  const { rowsAffected } = await client.execute({
    sql: 'UPDATE partner_keys SET revoked_at = ? WHERE site = ? AND name = ? AND revoked_at IS NULL',
    args: [Date.now(), site, name],
  });
  if (rowsAffected === 0) throw new Stop(both(`${site} 没有 ${name} 的有效密钥`, `no live key of ${name} at ${site}`));
  console.log(both(`已作废 ${rowsAffected} 个密钥`, `keys revoked: ${rowsAffected}`));
}

/** `npm run partner-key -- wanrong 智慧人大 [1000]`: makes a key for one partner of one site; `revoke` ends its keys. */
await runMain(async () => {
  const [site = '', name = '', what = String(PER_DAY)] = process.argv.slice(2);
  const isKnown = siteById(site) !== undefined && name !== '';
  if (!isKnown || !/^(?:revoke|[1-9]\d{0,6})$/.test(what)) throw new Stop(USAGE);
  const database = await openLocalDatabase();
  const client = createClient({ url: database.url, authToken: database.authToken });
  try {
    await (what === 'revoke' ? revoke(client, site, name) : make(client, site, name, Number(what)));
  } finally {
    await database.stop();
  }
});
