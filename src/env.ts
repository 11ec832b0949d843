import * as v from 'valibot';
import { parsePhone } from './lib/identifiers/phone.ts';
import { keyRingSchema } from './lib/sealing/key-ring.ts';
import type { SupplierKind } from './notify/define.ts';
import { readSuppliers, type ReadySupplier } from './notify/configured.ts';
import { supplierKinds } from './notify/providers/index.ts';
import { routesSchema, wrongRoutes } from './notify/routes.ts';

const origin = v.pipe(
  v.string(),
  v.url(),
  v.check(
    (text) => new URL(text).origin === text,
    'an origin is scheme and host, without a path or a slash at the end',
  ),
);

/** A setting: what it is for, for the README's table, and what it must look like. */
const settings = {
  ENVIRONMENT: {
    about: { zh: 'local 才有 /dev', en: '`local` opens /dev and the key mk_local' },
    secret: false,
    schema: v.picklist(['local', 'production']),
  },
  PUBLIC_URL: {
    about: { zh: '对外网址, 所有链接由它生成', en: 'public address; every link is built from it' },
    secret: false,
    schema: origin,
  },
  STAFF_URL: {
    about: {
      zh: '工作台网址, 默认与 PUBLIC_URL 相同; 通行密钥不认 IP 地址',
      en: 'where staff open the console, PUBLIC_URL by default; passkeys refuse an IP address',
    },
    secret: false,
    schema: v.optional(origin),
  },
  LIBSQL_URL: {
    about: { zh: '数据库地址 (Turso 或自建 sqld)', en: 'the database: Turso or your own sqld' },
    secret: true,
    schema: v.pipe(v.string(), v.url()),
  },
  LIBSQL_AUTH_TOKEN: {
    about: { zh: '数据库令牌', en: 'its token' },
    secret: true,
    schema: v.optional(v.string()),
  },
  MINYI_KEYS: {
    about: { zh: '密钥环 { current, ring: { id: base64 } }', en: 'the key ring { current, ring: { id: base64 } }' },
    secret: true,
    schema: keyRingSchema,
  },
  EXTRA_ORIGINS: {
    about: { zh: '另外允许嵌入的网站来源, 空格分隔', en: 'more origins that may embed, parted by blanks' },
    secret: false,
    schema: v.optional(
      v.pipe(
        v.string(),
        v.transform((text) => text.split(/\s+/).filter(Boolean)),
        v.array(origin),
      ),
      '',
    ),
  },
  MESSAGE_ROUTES: {
    about: {
      zh: '各县短信和邮件依次用哪些供应商, * 指其余各县 {"*":{"sms":["relay","tencent-sms"]}}',
      en: 'order of suppliers by site and channel, * for all others, as JSON',
    },
    secret: false,
    schema: v.optional(routesSchema, '{}'),
  },
  TRIAL_RECIPIENTS: {
    about: {
      zh: '试运行: 短信和邮件只发给这些号码和地址, 空格分隔; 正式运行时删去',
      en: 'trial mode: messages leave for these numbers and addresses only, parted by blanks; unset for real use',
    },
    secret: false,
    schema: v.optional(
      v.pipe(
        v.string(),
        v.transform((text) => text.toLowerCase().split(/\s+/).filter(Boolean)),
        v.transform((list) => new Set(list.map((one) => parsePhone(one)?.kept ?? one))),
      ),
    ),
  },
  INTAKE: {
    about: {
      zh: 'grouped (默认): 由每站一个 Durable Object 归并写入, 数据库断开时先存下; direct: 直接写数据库',
      en: '`grouped` (default): one Durable Object a site gathers submissions and keeps them through an outage; `direct`: straight to the database',
    },
    secret: false,
    schema: v.optional(v.picklist(['grouped', 'direct']), 'grouped'),
  },
} as const;

interface About {
  about: { zh: string; en: string };
  secret: boolean;
}

/** Every variable and secret the program reads, for `npm run doctor` and the README's table: its own, then the suppliers'. */
export const allSettings: Record<string, About> = {
  ...settings,
  ...Object.fromEntries(supplierKinds.flatMap((kind) => kind.settings.map((setting) => [setting.env, setting]))),
};

const envSchema = v.object({
  ENVIRONMENT: settings.ENVIRONMENT.schema,
  PUBLIC_URL: settings.PUBLIC_URL.schema,
  STAFF_URL: settings.STAFF_URL.schema,
  LIBSQL_URL: settings.LIBSQL_URL.schema,
  LIBSQL_AUTH_TOKEN: settings.LIBSQL_AUTH_TOKEN.schema,
  MINYI_KEYS: settings.MINYI_KEYS.schema,
  EXTRA_ORIGINS: settings.EXTRA_ORIGINS.schema,
  MESSAGE_ROUTES: settings.MESSAGE_ROUTES.schema,
  TRIAL_RECIPIENTS: settings.TRIAL_RECIPIENTS.schema,
  INTAKE: settings.INTAKE.schema,
});
export interface Settings extends v.InferOutput<typeof envSchema> {
  /** The suppliers whose settings are there. */
  suppliers: readonly ReadySupplier[];
}

/** Cloudflare's bindings, as far as the program uses them. */
export interface Bindings extends Record<string, unknown> {
  LIMITER?: RateLimit;
  /** One object a site (src/intake/); absent where a deployment has no Durable Objects. */
  INTAKE_OBJECTS?: DurableObjectNamespace;
  OBJECTS?: R2Bucket;
  /** What `[assets]` serves, for the Worker itself. */
  ASSETS: Fetcher;
  EMAIL?: SendEmail;
}

export type ParsedEnv = { ok: true; settings: Settings } | { ok: false; wrong: string[] };

/**
 * Parses vars and secrets once. What is wrong is told by name only: a value may be a secret. A supplier none of whose
 * keys is set is not used; one that is half set stops the start.
 */
export function parseEnv(bindings: Record<string, unknown>): ParsedEnv {
  const read = v.safeParse(envSchema, bindings);
  const suppliers = readSuppliers(supplierKinds, bindings);
  const ours = read.success
    ? wrongRoutes(read.output.MESSAGE_ROUTES, suppliers.ready, supplierKinds, 'MESSAGE_ROUTES')
    : read.issues.map((issue) => String(issue.path?.[0]?.key));
  if (read.success && ours.length === 0 && suppliers.wrong.length === 0) {
    return { ok: true, settings: { ...read.output, suppliers: suppliers.ready } };
  }
  return { ok: false, wrong: [...new Set([...ours, ...suppliers.wrong])] };
}

const bindingNames: Record<NonNullable<SupplierKind['needs']>, keyof Bindings & string> = { platformMail: 'EMAIL' };

/** Bindings that a supplier in use cannot do without and the deployment lacks, by name. */
export function missingBindings({ suppliers }: Settings, bindings: Readonly<Record<string, unknown>>): string[] {
  const needed = suppliers.flatMap(({ needs }) => (needs ? [bindingNames[needs]] : []));
  return needed.filter((name) => bindings[name] === undefined);
}
