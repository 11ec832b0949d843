import { allSettings, missingBindings, parseEnv } from '../../src/env.ts';
import { fine, wrong } from './finding.ts';
import type { Finding } from './finding.ts';

/** Vars and secrets by name, as the Worker would get them. */
export type Values = Readonly<Record<string, string | undefined>>;

/** Each setting as the Worker itself judges it at its start. A value may be a secret, so none is ever shown. */
export function checkSettings(values: Values): Finding[] {
  const parsed = parseEnv(values);
  const bad = parsed.ok ? missingBindings(parsed.settings, values) : parsed.wrong;
  const settings = Object.entries(allSettings).map(([name, { about, secret }]) => {
    if (!bad.includes(name)) return fine(name);
    const where = secret ? `npx wrangler secret put ${name}` : 'wrangler.toml [vars]';
    return wrong(
      name,
      `缺失或格式不对(${about.zh}):请用 ${where} 设置。`,
      `missing or malformed (${about.en}): ${where}`,
    );
  });
  const bindings = bad.filter((name) => !Object.hasOwn(allSettings, name));
  return [
    ...settings,
    ...bindings.map((name) =>
      wrong(
        name,
        '没有绑定:请在 wrangler.toml 里加上 [[send_email]]。',
        'is not bound: add [[send_email]] to wrangler.toml.',
      ),
    ),
  ];
}

interface Owner {
  owner: string;
  origins: readonly string[];
}

/** Every address that builds links or may frame the pages: exactly a web origin, and https in a deployment. */
export function checkOrigins(owners: readonly Owner[], values: Values): Finding[] {
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
