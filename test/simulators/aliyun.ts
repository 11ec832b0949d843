import { createHash, createHmac } from 'node:crypto';
import { startHttp, type Asked } from './http.ts';
import type { Simulator } from './simulator.ts';

const KEY = { id: 'simulated-key', secret: 'simulated-secret' };

const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The signature as Aliyun's document has it, worked out from what arrived; the nonce is good once, the date 15 minutes. */
function isSigned({ method, url, headers, body }: Asked, secret: string, nonces: Set<string>): boolean {
  const header = /^ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([^,]+),Signature=([0-9a-f]{64})$/.exec(
    headers['authorization'] ?? '',
  );
  const nonce = headers['x-acs-signature-nonce'] ?? '';
  const [, id, names = '', signature] = header ?? [];
  if (id !== KEY.id || nonce === '' || nonces.has(nonce)) return false;
  if (Math.abs(Date.now() - Date.parse(headers['x-acs-date'] ?? '')) > 15 * 60_000) return false;
  const needed = [
    'host',
    'x-acs-action',
    'x-acs-content-sha256',
    'x-acs-date',
    'x-acs-signature-nonce',
    'x-acs-version',
  ];
  const list = names.split(';');
  if (!needed.every((name) => list.includes(name)) || headers['x-acs-content-sha256'] !== sha256(body)) return false;
  const query = [...url.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .toSorted()
    .join('&');
  const lines = list.map((name) => `${name}:${headers[name]}\n`).join('');
  const canonical = [method, url.pathname, query, lines, names, sha256(body)].join('\n');
  const expected = createHmac('sha256', secret)
    .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
    .digest('hex');
  nonces.add(nonce);
  return expected === signature;
}

const reply = (body: object) => ({ status: 200, body: { RequestId: 'r-1', ...body } });

export async function startAliyun({ secret = KEY.secret } = {}): Promise<Simulator> {
  const nonces = new Set<string>();
  return startHttp(
    {
      once: false,
      read(asked) {
        if (!isSigned(asked, secret, nonces)) return null;
        const given = Object.fromEntries(asked.url.searchParams);
        const { OutId = '', PhoneNumbers = '', SignName, TemplateCode, TemplateParam = '{}' } = given;
        const params: unknown = JSON.parse(TemplateParam);
        return { id: OutId, to: PhoneNumbers, words: { signature: SignName, template: TemplateCode, params } };
      },
      forged: () => ({ status: 400, body: { Code: 'SignatureDoesNotMatch', Message: 'no', RequestId: 'r-1' } }),
      taken: ({ supplierId }) => reply({ Code: 'OK', Message: 'OK', BizId: supplierId }),
      refused: (Code) => reply({ Code, Message: '不行' }),
      others(asked, taken) {
        if (asked.headers['x-acs-action'] !== 'QuerySendDetails') return undefined;
        if (!isSigned(asked, secret, nonces)) return { status: 400, body: { Code: 'SignatureDoesNotMatch' } };
        const number = asked.url.searchParams.get('PhoneNumber');
        const mine = taken.filter(({ to }) => to === number);
        const lines = mine.map(({ id, to }) => ({ OutId: id, PhoneNum: to, SendStatus: 3, ErrCode: 'DELIVERED' }));
        return reply({ Code: 'OK', TotalCount: lines.length, SmsSendDetailDTOs: { SmsSendDetailDTO: lines } });
      },
    },
    (url) => ({
      ALIYUN_SMS_KEY_ID: KEY.id,
      ALIYUN_SMS_KEY_SECRET: KEY.secret,
      ALIYUN_SMS_URL: url,
      ALIYUN_SMS_TEMPLATES: JSON.stringify({
        wanrong: {
          signature: '万荣人大',
          templates: { received: { zh: 'SMS_1', en: 'SMS_2' }, answered: { zh: 'SMS_3' } },
        },
      }),
    }),
  );
}
