import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import { selfSigned } from './certificate.ts';
import { Book, type Fault, type Simulator } from './simulator.ts';

const USER = 'minyi';
const PASSWORD = 'simulated-password';

type Step = 'greeting' | 'hello' | 'tls' | 'login' | 'from' | 'to' | 'data' | 'end';

export interface SmtpSimulator extends Simulator {
  host: string;
  port: number;
  /** What clients must trust. */
  cert: string;
  /** Commands heard in the clear, so that a test can see that no password was among them. */
  inTheClear: string[];
}

const decode = (text: string): string => Buffer.from(text, 'base64').toString('utf8');

/** Header and first part, as a mail program would show them. */
function shown(raw: string): Record<string, string> {
  const [head = ''] = raw.split('\r\n\r\n');
  const unfolded = head.replace(/\r\n[ \t]/g, ' ');
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(unfolded)?.[1] ?? '';
  const words = (value: string) =>
    value
      .replace(/\?=\s+=\?UTF-8\?B\?/g, '?==?UTF-8?B?')
      .replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, part: string) => decode(part));
  const texts = [...raw.matchAll(/Content-Type: text\/plain[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/g)];
  return { raw, subject: words(header('Subject')), from: words(header('From')), text: decode(texts[0]?.[1] ?? '') };
}

interface Options {
  /** Encrypted from the first byte, or after STARTTLS. */
  tls: 'at-once' | 'later';
  password?: string;
  /** What EHLO offers. */
  auth?: 'PLAIN LOGIN' | 'LOGIN' | null;
  startTls?: boolean;
}

/** A mail server that speaks SMTP as RFC 5321 has it, on a certificate of its own. */
export async function startSmtp({
  tls,
  password = PASSWORD,
  auth = 'PLAIN LOGIN',
  startTls = true,
}: Options): Promise<SmtpSimulator> {
  const book = new Book();
  const { key, cert } = selfSigned();
  const secureContext = createSecureContext({ key, cert });
  const inTheClear: string[] = [];
  const open = new Set<Socket>();

  const serve = (socket: Socket, encrypted: boolean, greet: boolean, planned: Fault | null): void => {
    socket.on('error', () => undefined);
    const say = (line: string) => socket.write(`${line}\r\n`);
    let [buffer, to, signedIn] = ['', '', false];
    let [mail, reading]: [string, 'commands' | 'data' | 'user' | 'password'] = ['', 'commands'];
    let fault = planned;

    /** Whether this step is the one told to fail; the fault is spent by it. */
    const failsAt = (step: Step): boolean => {
      if (fault?.is !== 'refuse') return false;
      const [where, code = '550'] = fault.code.split(' ');
      if (where !== step) return false;
      fault = null;
      say(`${code} no`);
      return true;
    };

    const login = (good: boolean): void => {
      if (failsAt('login')) return;
      signedIn = good;
      if (!good) book.forged += 1;
      say(good ? '235 welcome' : '535 who are you');
    };

    const finish = (): void => {
      if (failsAt('end')) return;
      const id = /^Message-ID: <([^@>]+)@/im.exec(mail)?.[1] ?? '';
      book.take({ id, to, words: shown(mail) }, false);
      if (fault?.is === 'take-and-hang') return;
      if (fault?.is === 'take-and-hang-up') return void socket.destroy();
      if (fault?.is === 'take-and-babble') return void say('<html>thanks');
      if (fault?.is === 'take-and-flood') return void socket.write('x'.repeat(100_000));
      say('250 taken');
    };

    const command = (line: string): void => {
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'EHLO') {
        if (failsAt('hello')) return;
        const offers = encrypted ? (auth ? [`AUTH ${auth}`] : []) : startTls ? ['STARTTLS'] : [];
        const lines = ['simulator', '8BITMIME', ...offers];
        lines.forEach((text, index) => say(`250${index === lines.length - 1 ? ' ' : '-'}${text}`));
      } else if (verb === 'STAR') {
        if (failsAt('tls')) return;
        say('220 go');
        socket.removeAllListeners('data');
        const secure = new TLSSocket(socket, { isServer: true, secureContext });
        open.add(secure);
        serve(secure, true, false, fault);
      } else if (/^AUTH PLAIN /i.test(line)) {
        login(decode(line.slice(11)) === `\0${USER}\0${password}`);
      } else if (/^AUTH LOGIN$/i.test(line)) {
        reading = 'user';
        say('334 VXNlcm5hbWU6');
      } else if (verb === 'MAIL') {
        if (!failsAt('from')) say(signedIn ? '250 go on' : '530 sign in first');
      } else if (verb === 'RCPT') {
        if (fault?.is === 'hang') return;
        if (fault?.is === 'hang-up') return void socket.destroy();
        if (failsAt('to')) return;
        to = /<([^>]*)>/.exec(line)?.[1] ?? '';
        say('250 go on');
      } else if (verb === 'DATA') {
        if (failsAt('data')) return;
        [mail, reading] = ['', 'data'];
        say('354 listening');
      } else if (verb === 'QUIT') {
        say('221 bye');
        socket.end();
      } else say('502 what');
    };

    const hear = (line: string): void => {
      if (!encrypted) inTheClear.push(line);
      if (reading === 'data') {
        if (line === '.') {
          reading = 'commands';
          finish();
        } else mail += `${line.replace(/^\./, '')}\r\n`;
      } else if (reading === 'user') {
        reading = decode(line) === USER ? 'password' : 'commands';
        say(reading === 'password' ? '334 UGFzc3dvcmQ6' : '535 who are you');
      } else if (reading === 'password') {
        reading = 'commands';
        login(decode(line) === password);
      } else command(line);
    };

    socket.on('data', (part: Buffer) => {
      buffer += part.toString('latin1');
      for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
        const line = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        hear(line);
      }
    });
    if (greet && !failsAt('greeting')) say('220 simulator ESMTP');
  };

  const server = createServer((socket) => {
    open.add(socket);
    if (tls === 'later') return serve(socket, false, true, book.next());
    const secure = new TLSSocket(socket, { isServer: true, secureContext });
    open.add(secure);
    serve(secure, true, true, book.next());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    host: '127.0.0.1',
    port,
    cert,
    inTheClear,
    env: {
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: String(port),
      SMTP_USER: USER,
      SMTP_PASSWORD: PASSWORD,
      SMTP_FROM: 'no-reply@mail.example.cn',
    },
    taken: book.taken,
    forged: () => book.forged,
    fail: (fault, times) => book.fail(fault, times),
    well: () => book.well(),
    async stop() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
