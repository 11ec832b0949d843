import { refuse, type Refusal } from '../../errors.ts';
import type { Json } from '../../forms/define.ts';
import { readGroup } from '../../lib/fields/index.ts';
import { fail, type Result } from '../../lib/result.ts';
import type { StaffCase } from '../staff-view.ts';
import type { Tools } from '../tools.ts';
import { witnessFields } from './fields.ts';
import { behalfOf, WITNESSED } from './from-chain.ts';
import { settle } from './settle.ts';

/** Whether an account may witness a case as it stands: filed for somebody, open, and not filed by themselves. Pure. */
export function mayWitness({ events }: Pick<StaffCase, 'events'>, account: string): boolean {
  const behalf = behalfOf(events);
  return behalf !== null && !behalf.confirmed && behalf.filer !== `staff:${account}`;
}

/**
 * A second member of staff says, under their own sign-in, that a filing is what the person wanted. `found`: a case within
 * their reach. Refuses `answers.invalid` without saying how they know, `case.changed` where there is nothing to witness.
 */
export async function witness(
  tools: Tools,
  found: StaffCase,
  account: string,
  input: Json,
): Promise<Result<null, Refusal>> {
  if (!mayWitness(found, account)) return fail(refuse('case.changed'));
  const { value, problems } = readGroup(witnessFields, input);
  if (problems.length > 0) return fail(refuse('answers.invalid', { problems }));
  return settle(tools, found.row.id, {
    actor: `staff:${account}`,
    code: WITNESSED,
    data: { how: String(value['how']) },
  });
}
