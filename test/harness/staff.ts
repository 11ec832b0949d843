import { openDatabase } from '../../src/db/database.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { openKeyRing, type KeyRingSecret } from '../../src/lib/sealing/key-ring.ts';
import { openAccount, type Account } from '../../src/staff/account.ts';
import { issueLink } from '../../src/staff/enrol.ts';
import type { Reach, RoleId } from '../../src/staff/roles.ts';
import type { StaffTools } from '../../src/staff/tools.ts';
import { stepAt, totpAt } from '../../src/staff/totp.ts';
import { TEST_KEYS, type Stack } from './stack.ts';

/** The verbs of the program over a stack's database, as the command `npm run staff` has them. */
export const staffToolsOf = (stack: Stack): StaffTools => ({
  db: openDatabase({ url: stack.databaseUrl, timeoutMs: 8000 }),
  ring: openKeyRing(JSON.parse(TEST_KEYS) as KeyRingSecret),
  clock: systemClock,
  origin: stack.staffUrl,
});

const NOWHERE: Reach = { site: null, station: null, department: null };

export interface Invited {
  account: Account;
  /** Path of the enrol link. */
  path: string;
}

let made = 0;

/** An account with its enrol link, made by the command's own verbs. */
export async function invite(
  tools: StaffTools,
  role: RoleId,
  reach: Partial<Reach> = {},
  called?: string,
): Promise<Invited> {
  made += 1;
  const login = called ?? `${role}-${made}`;
  const opened = await openAccount(tools, 'system', { login, name: `某某${made}(示例)`, role, ...NOWHERE, ...reach });
  if (!opened.ok) throw new Error(`${login}: ${opened.error}`);
  const path = await linkFor(tools, opened.value);
  return { account: opened.value, path };
}

export async function linkFor(tools: StaffTools, account: Account): Promise<string> {
  const link = await issueLink(tools, 'system', account.id);
  if (!link.ok) throw new Error(`no link for ${account.login}`);
  return new URL(link.value).pathname;
}

export interface Answer {
  status: number;
  location: string | null;
  page: string;
  headers: Headers;
}

/** A browser without script at the console: keeps its cookie and says where its posts come from. */
export function staffBrowser(stack: Pick<Stack, 'staffUrl'>) {
  let cookie = '';
  const ask = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const headers = { ...(cookie && { cookie }), ...(init.headers as Record<string, string>) };
    const response = await fetch(`${stack.staffUrl}${path}`, { redirect: 'manual', ...init, headers });
    const given = response.headers.get('set-cookie');
    if (given) cookie = given.split(';')[0] ?? '';
    const { status } = response;
    return {
      status,
      location: response.headers.get('location'),
      page: await response.text(),
      headers: response.headers,
    };
  };
  return {
    get: (path: string) => ask(path),
    post: (path: string, values: Record<string, string> | string[][] = {}, headers: Record<string, string> = {}) =>
      ask(path, {
        method: 'POST',
        headers: { origin: stack.staffUrl, 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams(values).toString(),
      }),
    cookie: () => cookie,
    keepCookie: (kept: string) => void (cookie = kept),
  };
}
export type StaffBrowser = ReturnType<typeof staffBrowser>;

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The bytes behind the key that the enrol page shows for typing by hand. */
export function fromBase32(text: string): Uint8Array<ArrayBuffer> {
  const bits = Array.from(text, (char) => BASE32.indexOf(char).toString(2).padStart(5, '0')).join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (eight) => Number.parseInt(eight, 2));
}

/** What the phone shows; `ahead` steps of 30 seconds from now, since a step opens once. */
export const digitsOf = (secret: Uint8Array<ArrayBuffer>, ahead = 0): Promise<string> =>
  totpAt(secret, stepAt(Date.now()) + ahead);

const found = (page: string, pattern: RegExp): string => pattern.exec(page)?.[1] ?? '';
export const secretOn = (page: string) => fromBase32(found(page, /data-secret="([A-Z2-7]+)"/));
export const sealedOn = (page: string): string => found(page, /name="sealed" value="([^"]+)"/);
export const codesOn = (page: string): string[] => page.match(/(?:[A-Z2-7]{4}-){5}[A-Z2-7]{4}/g) ?? [];

export interface Enrolled {
  browser: StaffBrowser;
  secret: Uint8Array<ArrayBuffer>;
  codes: string[];
}

/** Follows an enrol link with an authenticator, up to being signed in. */
export async function enrolAt(stack: Pick<Stack, 'staffUrl'>, path: string): Promise<Enrolled> {
  const browser = staffBrowser(stack);
  const { page } = await browser.get(path);
  const secret = secretOn(page);
  const enter = async () =>
    browser.post(`${path}/authenticator`, { sealed: sealedOn(page), code: await digitsOf(secret, -1) });
  const first = await enter();
  // A step of 30 seconds may end on the way, and the one before it is then too old.
  const done = first.status === 422 ? await enter() : first;
  if (done.status !== 200) throw new Error(`enrolling answered ${done.status}`);
  return { browser, secret, codes: codesOn(done.page) };
}
