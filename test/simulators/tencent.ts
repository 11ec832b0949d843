import { createHash, createHmac } from 'node:crypto';
import { startHttp, type Asked } from './http.ts';
import type { Simulator } from './simulator.ts';

const KEY = { id: 'SIMULATED-ID', secret: 'simulated-secret-key' };

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** The signature as Tencent's document has it, worked out from what arrived; the timestamp is good for five minutes. */
function isSigned({ headers, body }: Asked, secret: string): boolean {
  const header =
    /^TC3-HMAC-SHA256 Credential=([^/]+)\/([\d-]+)\/sms\/tc3_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      headers['authorization'] ?? '',
    );
  const [, id, date = '', names = '', signature] = header ?? [];
  const timestamp = Number(headers['x-tc-timestamp']);
  if (id !== KEY.id || !(Math.abs(Date.now() / 1000 - timestamp) < 300)) return false;
  if (new Date(timestamp * 1000).toISOString().slice(0, 10) !== date || headers['x-tc-version'] !== '2021-01-11')
    return false;
  const list = names.split(';');
  if (!list.includes('content-type') || !list.includes('host')) return false;
  const value = (name: string) => (name === 'x-tc-action' ? headers[name]?.toLowerCase() : headers[name]);
  const lines = list.map((name) => `${name}:${value(name)}\n`).join('');
  const canonical = ['POST', '/', '', lines, names, sha256(body)].join('\n');
  const toSign = ['TC3-HMAC-SHA256', timestamp, `${date}/sms/tc3_request`, sha256(canonical)].join('\n');
  const key = hmac(hmac(hmac(`TC3${secret}`, date), 'sms'), 'tc3_request');
  return hmac(key, toSign).toString('hex') === signature;
}

interface SendSms {
  PhoneNumberSet: string[];
  SignName: string;
  TemplateId: string;
  TemplateParamSet: string[];
  SessionContext: string;
}

const response = (inner: object) => ({ status: 200, body: { Response: { RequestId: 'r-1', ...inner } } });
const error = (Code: string) => response({ Error: { Code, Message: '不行' } });

export async function startTencent({ secret = KEY.secret } = {}): Promise<Simulator> {
  return startHttp(
    {
      once: false,
      read(asked) {
        if (!isSigned(asked, secret)) return null;
        const sent = JSON.parse(asked.body) as SendSms;
        const words = { signature: sent.SignName, template: sent.TemplateId, params: sent.TemplateParamSet };
        return { id: sent.SessionContext, to: sent.PhoneNumberSet[0] ?? '', words };
      },
      forged: () => error('AuthFailure.SignatureFailure'),
      taken: ({ supplierId, to }) =>
        response({ SendStatusSet: [{ SerialNo: supplierId, PhoneNumber: to, Fee: 1, Code: 'Ok', Message: 'ok' }] }),
      // Of one number in a set the refusal stands beside the number, anything wider stands above it.
      refused: (Code) =>
        /^(LimitExceeded\.Phone|InvalidParameterValue\.Incorrect|FailedOperation\.Phone)/.test(Code)
          ? response({ SendStatusSet: [{ SerialNo: '', Code, Message: '不行' }] })
          : error(Code),
      others(asked, taken) {
        if (asked.headers['x-tc-action'] !== 'PullSmsSendStatusByPhoneNumber') return undefined;
        if (!isSigned(asked, secret)) return error('AuthFailure.SignatureFailure');
        const { PhoneNumber } = JSON.parse(asked.body) as { PhoneNumber: string };
        const lines = taken.filter(({ to }) => to === PhoneNumber);
        return response({
          PullSmsSendStatusSet: lines.map(({ id, to, supplierId }) => ({
            SerialNo: supplierId,
            PhoneNumber: to,
            ReportStatus: 'SUCCESS',
            Description: 'DELIVRD',
            SessionContext: id,
          })),
        });
      },
    },
    (url) => ({
      TENCENT_SMS_SECRET_ID: KEY.id,
      TENCENT_SMS_SECRET_KEY: KEY.secret,
      TENCENT_SMS_APP_ID: '1400000000',
      TENCENT_SMS_URL: url,
      TENCENT_SMS_TEMPLATES: JSON.stringify({
        wanrong: {
          signature: '万荣人大',
          templates: { received: { zh: '1001', en: '1002' }, answered: { zh: '1003' } },
        },
      }),
    }),
  );
}
