import * as v from 'valibot';
import { keyRingSchema } from '../../src/lib/sealing/key-ring.ts';
import { fine, wrong } from './finding.ts';
import type { Finding } from './finding.ts';

/** Vars and secrets by name, as the Worker would get them. */
export type Values = Readonly<Record<string, string | undefined>>;

/** The key ring opens, or the Worker cannot seal a single answer. Says nothing of the keys themselves. */
export function checkKeys({ MINYI_KEYS }: Values): Finding {
  if (v.is(keyRingSchema, MINYI_KEYS)) return fine('MINYI_KEYS');
  return wrong(
    'MINYI_KEYS',
    '缺失或格式不对:首次部署用 npm run -s keys | npx wrangler secret put MINYI_KEYS 生成;已有数据时请取回原来的密钥。',
    'missing or malformed: npm run -s keys | npx wrangler secret put MINYI_KEYS at the first deployment; else restore the old ring.',
  );
}

/** Links in messages are built from this address. */
export function checkPublicUrl({ PUBLIC_URL, ENVIRONMENT }: Values): Finding {
  if (PUBLIC_URL && isOrigin(PUBLIC_URL, ENVIRONMENT === 'local')) return fine('PUBLIC_URL', PUBLIC_URL);
  return wrong(
    'PUBLIC_URL',
    `现在是 ${PUBLIC_URL ?? '空'}:请在 wrangler.toml 写成 https://域名,末尾不带斜杠。`,
    'must be https://host in wrangler.toml, with no slash at the end.',
  );
}

/** Every origin that may frame the pages: exactly a web origin, never a pattern. */
export function checkOrigins(
  owners: readonly { owner: string; origins: readonly string[] }[],
  values: Values,
): Finding[] {
  const local = values.ENVIRONMENT === 'local';
  return owners.map(({ owner, origins }) => {
    const bad = origins.filter((origin) => !isOrigin(origin, local));
    if (bad.length === 0) return fine(`origins ${owner}`, origins.join(' '));
    return wrong(
      `origins ${owner}`,
      `${bad.join('、')} 不是完整的网页来源:应为 https://域名,不带路径、末尾斜杠或星号。`,
      'each must be https://host, with no path, no slash at the end, no wildcard.',
    );
  });
}

/** `https://host[:port]` and nothing else; in a local run also http on the loopback address. */
export function isOrigin(text: string, local: boolean): boolean {
  if (text.includes('*') || !URL.canParse(text)) return false;
  const { origin, protocol, hostname } = new URL(text);
  const loopback = local && protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost');
  return origin === text && (protocol === 'https:' || loopback);
}
