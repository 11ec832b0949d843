import { createHmac } from 'node:crypto';
import { startHttp } from './http.ts';
import type { Simulator } from './simulator.ts';

const SECRET = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;

/** The gateway of a county: checks the Standard Webhooks signature and takes each id once. */
export async function startRelay({ secret = SECRET } = {}): Promise<Simulator> {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  return startHttp(
    {
      once: true,
      read({ headers, body }) {
        const [id = '', at = ''] = [headers['webhook-id'], headers['webhook-timestamp']];
        const expected = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64');
        if (headers['webhook-signature'] !== `v1,${expected}`) return null;
        if (!(Math.abs(Date.now() / 1000 - Number(at)) < 300)) return null;
        const { to, template, params, text, subject } = JSON.parse(body) as Record<string, unknown>;
        return { id, to: String(to), words: { template, params, text, subject } };
      },
      forged: () => ({ status: 401, body: { error: 'signature' } }),
      taken: ({ supplierId }) => ({ status: 200, body: { outcome: 'sent', id: supplierId } }),
      refused(words) {
        const [outcome, code] = words.split(' ');
        return { status: 200, body: { outcome, code } };
      },
    },
    (url) => ({ RELAY_URL: `${url}/messages`, RELAY_SECRET: SECRET }),
  );
}
