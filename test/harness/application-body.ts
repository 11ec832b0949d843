import { passing, type MeasureId } from '../eligibility/example-facts.ts';
import type { Json } from './client.ts';

/** Invented numbers with right check digits; the area 990000 does not exist. */
export const ID_NUMBER = '990000199803120015';
export const USCC = '91990000DEM0000145';

const person: Json = { contact: { idNumber: ID_NUMBER }, consent: { sensitive: true } };
const unit: Json = { contact: { organisation: { name: '闻喜示例新材料有限公司', uscc: USCC } }, consent: {} };

/** An application that is in order and meets every condition; facts, contact and the rest can be replaced. */
export function applicationBody(measure: MeasureId, more: { facts?: Json; contact?: Json } & Json = {}): Json {
  const { facts, contact, ...rest } = more;
  const own = measure === 'settling-in' ? person : unit;
  return {
    contact: { name: '郭某(示例)', phone: '15400000002', ...(own['contact'] as Json), ...contact },
    answers: { measure, facts: { ...passing[measure], ...facts } },
    consent: { privacy: true, ...(own['consent'] as Json) },
    ...rest,
  };
}
