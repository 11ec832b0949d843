import { setTimeout as wait } from 'node:timers/promises';
import type { PlatformMail } from '../../src/notify/means.ts';
import { Book, type Simulator } from './simulator.ts';

const thrown = (code: string) => Object.assign(new Error('no'), { code });

/** Cloudflare's binding: an object, no server. It has no id of ours, so its record goes by the order of sending. */
export function startPlatformMail(): Simulator & { platformMail: PlatformMail } {
  const book = new Book();
  const platformMail: PlatformMail = {
    async send({ to, from, subject, text, html }) {
      const fault = book.next();
      if (fault?.is === 'hang') return new Promise(() => undefined);
      if (fault?.is === 'hang-up') throw new Error('lost');
      if (fault?.is === 'refuse') throw thrown(fault.code);
      if (/[\r\n]/.test(subject)) throw thrown('E_HEADER_VALUE_INVALID');
      const { supplierId } = book.take({ id: '', to, words: { from, subject, text, html } }, false);
      if (fault?.is === 'take-and-hang') return new Promise(() => undefined);
      if (fault?.is === 'take-and-hang-up') throw new Error('lost');
      if (fault?.is === 'take-slowly') await wait(fault.ms);
      return { messageId: supplierId };
    },
  };
  return {
    platformMail,
    env: { CLOUDFLARE_EMAIL_FROM: 'no-reply@mail.example.cn' },
    taken: book.taken,
    forged: () => book.forged,
    fail: (fault, times) => book.fail(fault, times),
    well: () => book.well(),
    stop: () => Promise.resolve(),
  };
}
