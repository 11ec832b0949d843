import { parseResidentId } from '../../src/lib/identifiers/resident-id.ts';
import { parseUscc } from '../../src/lib/identifiers/uscc.ts';
import type { Field } from '../../src/lib/fields/index.ts';

const CHECKS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const digits = (count: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(count)), (byte) => byte % 10).join('');
const hex = (): string => crypto.randomUUID().slice(0, 8);

/** The one completion of seventeen characters whose check holds. */
function completed(start: string, holds: (whole: string) => boolean): string {
  const whole = Array.from(CHECKS, (check) => start + check).find(holds);
  if (whole === undefined) throw new Error(`no check for ${start}`);
  return whole;
}

/** A value that occurs nowhere else in the world, of the kind a question asks for. */
export function secretFor({ path, field }: { path: string; field: Pick<Field, 'control'> }): string {
  const last = path.slice(path.lastIndexOf('.') + 1);
  if (field.control === 'phone') return `154${digits(8)}`;
  if (field.control === 'email') return `sealed-${hex()}@example.cn`;
  if (last === 'idNumber') return completed(`14082319900101${digits(3)}`, (whole) => parseResidentId(whole) !== null);
  if (last === 'uscc') return completed(`91140823MA${digits(7)}`, (whole) => parseUscc(whole) !== null);
  if (last === 'accountNumber') return `6222${digits(14)}`;
  return `密封甲乙${hex()}`;
}

/** What is asked of raw bytes; made once a file, since there are many secrets to ask for. */
export interface Searched {
  /** A text in one of the encodings a database or log could keep it in. */
  holds(text: string): boolean;
  /** Six digits as a word of their own: by chance they stand inside longer numbers. */
  holdsCode(code: string): boolean;
}

export function searched(bytes: Buffer): Searched {
  const raw = bytes.toString('latin1');
  const alone = new Set(raw.match(/(?<![\w-])\d{6}(?![\w-])/g));
  const wide = (text: string): boolean => {
    const little = Buffer.from(text, 'utf16le');
    const big = Buffer.from(little).swap16();
    // Databases are full of zeros: a needle that began with one would be looked for at each of them.
    return [little, big].some((needle) => raw.includes(needle.toString('latin1').replace(/^\0/, '')));
  };
  return {
    holds: (text) => raw.includes(Buffer.from(text, 'utf8').toString('latin1')) || wide(text),
    holdsCode: (code) => alone.has(code) || wide(code),
  };
}
