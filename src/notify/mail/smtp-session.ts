import { utf8 } from '../../lib/bytes.ts';
import type { Connection } from '../means.ts';

/** A reply of an SMTP server: its three digits, and its lines for the capabilities after EHLO. */
export interface SmtpReply {
  code: number;
  lines: readonly string[];
}

/** The server hung up, fell silent, or spoke something that is not SMTP. */
export class SessionLost extends Error {
  override name = 'SessionLost';
}

const LONGEST_REPLY = 64 * 1024;

/** One conversation. What is said is kept nowhere: it holds the password, the address and the words. */
export class SmtpSession {
  #connection: Connection;
  #reader: ReadableStreamDefaultReader<Uint8Array>;
  #writer: WritableStreamDefaultWriter<Uint8Array>;
  #received = '';
  readonly #patienceMs: number;

  constructor(connection: Connection, patienceMs: number) {
    this.#connection = connection;
    this.#reader = connection.readable.getReader();
    this.#writer = connection.writable.getWriter();
    this.#patienceMs = patienceMs;
  }

  /** Says one line, or several at once after DATA, and waits for the answer. */
  async say(text: string): Promise<SmtpReply> {
    await this.#within(this.#writer.write(utf8(`${text}\r\n`)));
    return this.hear();
  }

  /** The next whole reply. */
  async hear(): Promise<SmtpReply> {
    const lines: string[] = [];
    for (;;) {
      const line = await this.#line();
      const [, code, more, text = ''] = /^(\d{3})([ -]?)(.*)$/.exec(line) ?? [];
      if (code === undefined) throw new SessionLost('not an SMTP reply');
      lines.push(text);
      if (more !== '-') return { code: Number(code), lines };
    }
  }

  /** After STARTTLS. What came before the encryption began is thrown away: somebody in between could have added it. */
  encrypt(): void {
    this.#reader.releaseLock();
    this.#writer.releaseLock();
    this.#connection = this.#connection.startTls();
    this.#reader = this.#connection.readable.getReader();
    this.#writer = this.#connection.writable.getWriter();
    this.#received = '';
  }

  /** Takes leave without waiting for an answer. */
  async end(): Promise<void> {
    await this.#within(this.#writer.write(utf8('QUIT\r\n'))).catch(() => undefined);
    await this.#within(this.#connection.close()).catch(() => undefined);
  }

  async #line(): Promise<string> {
    for (;;) {
      const end = this.#received.indexOf('\n');
      if (end >= 0) {
        const line = this.#received.slice(0, end).replace(/\r$/, '');
        this.#received = this.#received.slice(end + 1);
        return line;
      }
      const { value } = await this.#within(this.#reader.read());
      if (!value) throw new SessionLost('hung up');
      this.#received += new TextDecoder('latin1').decode(value);
      if (this.#received.length > LONGEST_REPLY) throw new SessionLost('too long');
    }
  }

  async #within<T>(work: Promise<T>): Promise<T> {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => late.reject(new SessionLost('silent')), this.#patienceMs);
    try {
      return await Promise.race([work, late.promise]);
    } finally {
      clearTimeout(timer);
    }
  }
}
