import type { Sender } from '../../src/cases/sender.ts';
import { submit } from '../../src/cases/submit.ts';
import type { Tools } from '../../src/cases/tools.ts';
import { petition } from '../../src/forms/petition/index.ts';
import { wanrong } from '../../src/sites/wanrong.ts';
import { petitionBody } from '../harness/bodies.ts';

const partner: Sender = { is: 'partner', name: 'mini', perDay: null, limited: false };

/** A petition down the whole road of a submission, as a partner sends it. */
export const send = (tools: Tools, key: string, sender = partner, title = '村东头路灯不亮') =>
  submit(tools, {
    form: petition,
    context: { site: wanrong, today: '2026-11-20', drafts: [] },
    raw: petitionBody({ title }),
    lang: 'zh',
    key,
    sender,
  });

/** The same; a refusal is a fault of the test. */
export async function sent(tools: Tools, key: string) {
  const outcome = await send(tools, key);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value;
}
