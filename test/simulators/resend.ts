import { startHttp } from './http.ts';
import type { Simulator } from './simulator.ts';

const KEY = 're_simulated';

const STATUS: Readonly<Record<string, number>> = {
  rate_limit_exceeded: 429,
  daily_quota_exceeded: 429,
  monthly_quota_exceeded: 429,
  application_error: 500,
  internal_server_error: 500,
  invalid_idempotent_request: 409,
  concurrent_idempotent_requests: 409,
  validation_error: 422,
};

const named = (name: string, status: number) => ({
  status,
  body: { statusCode: status, name, message: 'no' },
  ...(status === 429 && { headers: { 'retry-after': '7' } }),
});

/** Resend: a bearer key, and one effect for each `Idempotency-Key`. */
export async function startResend({ key = KEY } = {}): Promise<Simulator> {
  return startHttp(
    {
      once: true,
      read({ headers, body }) {
        const id = headers['idempotency-key'];
        if (headers['authorization'] !== `Bearer ${key}` || id === undefined) return null;
        const { to, from, subject, text, html } = JSON.parse(body) as { to: string[] } & Record<string, unknown>;
        return { id, to: to[0] ?? '', words: { from, subject, text, html } };
      },
      forged: () => named('invalid_api_key', 403),
      taken: ({ supplierId }) => ({ status: 200, body: { id: supplierId } }),
      refused(said) {
        const [name = '', status] = said.split(' ').toReversed();
        return named(name, Number(status ?? STATUS[name] ?? 403));
      },
      others({ method, url, headers }, taken) {
        if (method !== 'GET') return undefined;
        if (headers['authorization'] !== `Bearer ${key}`) return named('invalid_api_key', 403);
        const found = taken.find(({ supplierId }) => url.pathname === `/emails/${supplierId}`);
        return found
          ? { status: 200, body: { id: found.supplierId, last_event: 'delivered' } }
          : named('not_found', 404);
      },
    },
    (url) => ({ RESEND_API_KEY: KEY, RESEND_FROM: 'no-reply@mail.example.cn', RESEND_URL: url }),
  );
}
