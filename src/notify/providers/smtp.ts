import * as v from 'valibot';
import { utf8 } from '../../lib/bytes.ts';
import { defineSupplier } from '../define.ts';
import { isPlainAddress } from '../mail/address.ts';
import { compose } from '../mail/mime.ts';
import { SmtpSession, type SmtpReply } from '../mail/smtp-session.ts';
import type { NotSent } from '../outcome.ts';
import { required, sender, senderName } from '../setting-schemas.ts';

/**
 * SMTP (RFC 5321 §4.2, RFC 4954). What a refusal means depends on what was being asked:
 *
 *     greeting, EHLO, STARTTLS   4yz retry    5yz configuration
 *     AUTH, MAIL FROM            4yz retry    5yz configuration: our account or our address
 *     RCPT TO, end of DATA       4yz retry    5yz refused: this address, this message
 *     lost before the last dot   retry: nothing was taken
 *     lost after it              unknown: RFC 5321 §4.5.3.2.6 allows the server to have taken it
 *
 * Not worker-mailer 1.2.1: CR and LF reach its headers, its encoded-words are not folded, it logs the conversation with the
 * password (domain.md §0.11), and it names the platform’s socket itself.
 */
const STEPS = {
  greeting: 'configuration',
  hello: 'configuration',
  tls: 'configuration',
  login: 'configuration',
  from: 'configuration',
  to: 'refused',
  data: 'refused',
} as const satisfies Record<string, NotSent['is']>;

/** A step was refused; thrown and caught in this file only. */
class Refused extends Error {
  readonly outcome: NotSent;
  constructor(outcome: NotSent) {
    super(outcome.code);
    this.outcome = outcome;
  }
}

function expectIn(step: keyof typeof STEPS, { code, lines }: SmtpReply, good: number): SmtpReply {
  if (code === good) return { code, lines };
  const is = code >= 400 && code < 500 ? 'retry' : STEPS[step];
  throw new Refused({ is, code: `smtp.${step}.${code}` });
}

const base64 = (text: string): string => btoa(String.fromCharCode(...utf8(text)));

/** PLAIN where it is offered, LOGIN where only that is (RFC 4616; the old one of Outlook). */
async function login(session: SmtpSession, offers: readonly string[], user: string, password: string): Promise<void> {
  const auth = offers.find((line) => /^AUTH[ =]/i.test(line))?.toUpperCase() ?? '';
  if (auth.includes('PLAIN')) {
    expectIn('login', await session.say(`AUTH PLAIN ${base64(`\0${user}\0${password}`)}`), 235);
  } else if (auth.includes('LOGIN')) {
    expectIn('login', await session.say('AUTH LOGIN'), 334);
    expectIn('login', await session.say(base64(user)), 334);
    expectIn('login', await session.say(base64(password)), 235);
  } else {
    throw new Refused({ is: 'configuration', code: 'smtp.login.not-offered' });
  }
}

/** SMTP over TLS, at once or by STARTTLS; never in the clear. */
export const smtp = defineSupplier({
  id: 'smtp',
  name: { zh: 'SMTP 邮件服务器', en: 'SMTP server' },
  channels: ['email'],
  real: true,
  idempotent: false,
  settings: {
    host: {
      env: 'SMTP_HOST',
      about: { zh: '邮件服务器', en: 'mail server' },
      secret: false,
      schema: v.pipe(v.string(), v.regex(/^[a-z0-9.-]+$/i)),
    },
    port: {
      env: 'SMTP_PORT',
      about: {
        zh: '端口, 默认 465; 25 不行, Cloudflare 不放行',
        en: 'port, 465 by default; not 25, which Cloudflare blocks',
      },
      secret: false,
      schema: v.optional(
        v.pipe(v.string(), v.digits(), v.transform(Number), v.maxValue(65_535), v.minValue(1), v.notValue(25)),
        '465',
      ),
    },
    tls: {
      env: 'SMTP_TLS',
      about: {
        zh: 'at-once 直接加密 (465 的默认), later 先明后密 STARTTLS (其他端口的默认)',
        en: '`at-once`: encrypted from the first byte, the default of 465; `later`: STARTTLS, the default of all other ports',
      },
      secret: false,
      schema: v.optional(v.picklist(['at-once', 'later'])),
    },
    user: { env: 'SMTP_USER', about: { zh: '登录名', en: 'user name' }, secret: false, schema: required },
    password: { env: 'SMTP_PASSWORD', about: { zh: '密码', en: 'password' }, secret: true, schema: required },
    from: { env: 'SMTP_FROM', about: { zh: '发件地址', en: 'sender’s address' }, secret: false, schema: sender },
  },
  async send(message, { settings: { host, port, tls, user, password, from }, connect, patienceMs, clock }) {
    if (!isPlainAddress(message.to)) return { is: 'refused', code: 'address.malformed' };
    const atOnce = (tls ?? (port === 465 ? 'at-once' : 'later')) === 'at-once';
    const hello = `EHLO ${from.slice(from.indexOf('@') + 1)}`;
    let session: SmtpSession | null = null;
    let dataSent = false;
    try {
      session = new SmtpSession(connect({ hostname: host, port }, atOnce ? 'at-once' : 'later'), patienceMs);
      expectIn('greeting', await session.hear(), 220);
      let offers = expectIn('hello', await session.say(hello), 250).lines;
      if (!atOnce) {
        if (!offers.some((line) => /^STARTTLS\b/i.test(line)))
          return { is: 'configuration', code: 'smtp.tls.not-offered' };
        expectIn('tls', await session.say('STARTTLS'), 220);
        session.encrypt();
        offers = expectIn('hello', await session.say(hello), 250).lines;
      }
      await login(session, offers, user, password);
      expectIn('from', await session.say(`MAIL FROM:<${from}>`), 250);
      expectIn('to', await session.say(`RCPT TO:<${message.to}>`), 250);
      expectIn('data', await session.say('DATA'), 354);
      const mail = compose(message, { name: senderName(message), address: from }, clock.now());
      dataSent = true;
      expectIn('data', await session.say(`${mail.replace(/^\./gm, '..')}.`), 250);
      return { is: 'sent', supplierId: message.id };
    } catch (error) {
      if (error instanceof Refused) return error.outcome;
      return { is: dataSent ? 'unknown' : 'retry', code: 'smtp.lost' };
    } finally {
      await session?.end();
    }
  },
});
