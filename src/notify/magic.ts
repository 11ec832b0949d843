import type { Words } from '../lib/words.ts';
import type { Message } from './message.ts';
import type { Outcome } from './outcome.ts';

interface Magic {
  sms: string;
  email: string;
  outcome: Outcome;
  about: Words;
}

/**
 * Numbers and addresses that force an outcome in a local run and in trial mode, so that each can be seen without a supplier.
 * The numbers are of the invented block of the demo people; `.example` is nobody's (RFC 2606).
 */
export const magic: readonly Magic[] = [
  {
    sms: '15400000901',
    email: 'sent@magic.example',
    outcome: { is: 'sent', supplierId: 'magic' },
    about: { zh: '发出, 但哪里也不去', en: 'sent, and going nowhere' },
  },
  {
    sms: '15400000902',
    email: 'retry@magic.example',
    outcome: { is: 'retry', code: 'magic.retry' },
    about: { zh: '每次都请稍后再试, 八次以后失败', en: 'each time “later”; failed after eight tries' },
  },
  {
    sms: '15400000903',
    email: 'limit@magic.example',
    outcome: { is: 'retry', code: 'magic.limit', limit: true, afterMs: 60_000 },
    about: { zh: '超过频率, 一分钟后再试', en: 'over a limit; again after a minute' },
  },
  {
    sms: '15400000904',
    email: 'refused@magic.example',
    outcome: { is: 'refused', code: 'magic.refused' },
    about: { zh: '拒收: 马上失败', en: 'refused: failed at once' },
  },
  {
    sms: '15400000905',
    email: 'configuration@magic.example',
    outcome: { is: 'configuration', code: 'magic.configuration' },
    about: { zh: '我方设置有误: 改好以前一再重试', en: 'our settings are wrong: tried again until mended' },
  },
  {
    sms: '15400000906',
    email: 'unknown@magic.example',
    outcome: { is: 'unknown', code: 'magic.unknown' },
    about: { zh: '不知道是否已发出: 不会再发第二条', en: 'perhaps taken: never sent a second time' },
  },
];

/** The outcome an address forces, or null for all others. */
export function forcedOutcome({ channel, to }: Pick<Message, 'channel' | 'to'>): Outcome | null {
  return magic.find((one) => one[channel] === to.toLowerCase())?.outcome ?? null;
}

/** The list as a table for people, in Markdown. */
export function magicTable(): string {
  const rows = magic.map(
    ({ sms, email, outcome, about }) => `| \`${sms}\` | \`${email}\` | \`${outcome.is}\` | ${about.zh} / ${about.en} |`,
  );
  return ['| SMS | e-mail | outcome | |', '|---|---|---|---|', ...rows].join('\n');
}
