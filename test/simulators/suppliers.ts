import type { Supplier } from '../../src/notify/define.ts';
import type { Means } from '../../src/notify/means.ts';
import type { Channel } from '../../src/notify/message.ts';
import type { NotSent } from '../../src/notify/outcome.ts';
import { aliyunCodes } from '../../src/notify/providers/aliyun-sms.ts';
import { cloudflareCodes } from '../../src/notify/providers/cloudflare-email.ts';
import { supplierKinds } from '../../src/notify/providers/index.ts';
import { resendCodes } from '../../src/notify/providers/resend.ts';
import { tencentCodes } from '../../src/notify/providers/tencent-sms.ts';
import { startAliyun } from './aliyun.ts';
import { nodeConnect } from './node-connect.ts';
import { startPlatformMail } from './platform-mail.ts';
import { startRelay } from './relay.ts';
import { startResend } from './resend.ts';
import type { Simulator } from './simulator.ts';
import { startSmtp, type SmtpSimulator } from './smtp.ts';
import { startTencent } from './tencent.ts';

type Meaning = NotSent['is'] | 'limit';

/** A supplier and what stands for it on this machine. */
export interface Simulated {
  id: string;
  channel: Channel;
  start(): Promise<Simulator>;
  /** One that has another secret than we have; null where there is none to have. */
  startForeign: (() => Promise<Simulator>) | null;
  /** What the simulator is told to refuse with, and what that means. */
  codes: readonly (readonly [code: string, means: Meaning])[];
  /** Whether a fault before the message was whole is known to have taken nothing. */
  knowsNotTaken: boolean;
  overHttp: boolean;
}

const SMTP_CODES = [
  ['greeting 421', 'retry'],
  ['greeting 554', 'configuration'],
  ['hello 502', 'configuration'],
  ['tls 454', 'retry'],
  ['login 454', 'retry'],
  ['login 535', 'configuration'],
  ['from 451', 'retry'],
  ['from 553', 'configuration'],
  ['to 450', 'retry'],
  ['to 550', 'refused'],
  ['data 451', 'retry'],
  ['data 554', 'refused'],
  ['end 452', 'retry'],
  ['end 550', 'refused'],
] as const;

const RELAY_CODES = (['retry', 'limit', 'refused', 'configuration', 'unknown'] as const).map(
  (means) => [`${means} gateway.said-so`, means] as const,
);

const http = { overHttp: true, knowsNotTaken: false };

/** Every supplier that leaves this machine; a test holds that none is missing. */
export const simulated: readonly Simulated[] = [
  {
    id: 'relay',
    channel: 'sms',
    start: () => startRelay(),
    startForeign: () => startRelay({ secret: `whsec_${Buffer.alloc(32, 1).toString('base64')}` }),
    codes: RELAY_CODES,
    ...http,
  },
  {
    id: 'aliyun-sms',
    channel: 'sms',
    start: () => startAliyun(),
    startForeign: () => startAliyun({ secret: 'another' }),
    codes: Object.entries(aliyunCodes),
    ...http,
  },
  {
    id: 'tencent-sms',
    channel: 'sms',
    start: () => startTencent(),
    startForeign: () => startTencent({ secret: 'another' }),
    codes: Object.entries(tencentCodes),
    ...http,
  },
  {
    id: 'resend',
    channel: 'email',
    start: () => startResend(),
    startForeign: () => startResend({ key: 're_another' }),
    codes: Object.entries(resendCodes),
    ...http,
  },
  {
    id: 'cloudflare-email',
    channel: 'email',
    start: async () => startPlatformMail(),
    startForeign: null,
    codes: Object.entries(cloudflareCodes),
    overHttp: false,
    knowsNotTaken: false,
  },
  {
    id: 'smtp',
    channel: 'email',
    start: () => startSmtp({ tls: 'later' }),
    startForeign: () => startSmtp({ tls: 'later', password: 'another' }),
    codes: SMTP_CODES,
    overHttp: false,
    knowsNotTaken: true,
  },
];

const isSmtp = (one: Simulator): one is SmtpSimulator => 'cert' in one;

/** The supplier's own file, led to a simulator; `means` on top of what a Node process can reach. */
export function open(id: string, simulator: Simulator, means: Partial<Means> = {}): Supplier {
  const kind = supplierKinds.find((one) => one.id === id);
  const configured = kind?.configure(simulator.env);
  if (configured?.is !== 'ready') throw new Error(`${id}: ${JSON.stringify(configured)}`);
  return configured.open({
    fetch: (request) => fetch(request),
    clock: { now: () => Date.now() },
    connect: nodeConnect(isSmtp(simulator) ? simulator.cert : ''),
    platformMail: 'platformMail' in simulator ? (simulator.platformMail as Means['platformMail']) : null,
    patienceMs: 5000,
    ...means,
  } as Means);
}
