import { petitionBody } from '../test/harness/bodies.ts';
import type { Request } from './load.ts';

export const KEY = 'mk_bench';
export const PARTNER = { is: 'partner', name: 'bench', perDay: 9_000_000, limited: true } as const;

/** The n-th petition of a partner's, each with its own key, words and telephone. */
export const submissionOf = (n: number) => ({
  key: `bench-${n}`,
  body: petitionBody(
    { title: `第 ${n} 盏路灯不亮` },
    { contact: { name: '李某芳(示例)', phone: `154${String(n).padStart(8, '0')}` } },
  ),
});

export function requestOf(n: number): Request {
  const { key, body } = submissionOf(n);
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${KEY}`, 'idempotency-key': key };
  return { path: '/api/v1/wanrong/petitions', headers, body: JSON.stringify(body) };
}
