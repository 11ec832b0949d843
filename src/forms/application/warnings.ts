import { luhn } from '../../lib/identifiers/bank-account.ts';
import { parseUscc } from '../../lib/identifiers/uscc.ts';
import type { Words } from '../../lib/words.ts';
import type { Json } from '../define.ts';
import { applicationWords as words } from './words.ts';

/** What an officer should look at again. None of it was a reason to refuse: numbers in use fail these checks. */
export function warningsOf(body: Json): Words[] {
  const account = textAt(body, 'payment', 'accountNumber');
  const code = textAt(body, 'contact', 'organisation', 'uscc');
  return [
    ...(account !== undefined && !luhn(account) ? [words.accountSuspect] : []),
    ...(code !== undefined && parseUscc(code)?.warnings.includes('organisation-code') ? [words.creditCodeSuspect] : []),
  ];
}

function textAt(body: Json, ...path: string[]): string | undefined {
  const found = path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    body,
  );
  return typeof found === 'string' ? found : undefined;
}
