import type { Answer } from '../../src/cases/answer.ts';
import { lookUp } from '../../src/cases/look-up.ts';
import { confirmIdentity, sendIdentityCode } from '../../src/cases/personal/identity.ts';
import type { Tools } from '../../src/cases/tools.ts';
import { mailboxMessages } from '../../src/notify/providers/mailbox.ts';
import { sendMessages, type Ready } from './send.ts';

const MOST_READ = 200;

/** The sender of a request has a code sent to their phone, and types it in. */
export async function showPhone(tools: Tools, { demo, form, context }: Ready, answer: Answer): Promise<void> {
  const { site } = context;
  const found = async () => {
    const one = await lookUp(tools, { site, ...answer, address: 'seed' });
    if (!one.ok) throw new Error(`${demo.ref} cannot be looked up: ${one.error.code}`);
    return one.value;
  };
  await sendIdentityCode(tools, await found(), form, site);
  await sendMessages(tools);
  const messages = await mailboxMessages(tools, MOST_READ);
  const message = messages.find((one) => one.receipt === answer.receipt && one.template === 'identity-code');
  const done = await confirmIdentity(tools, await found(), form, message?.params['code'] ?? '');
  if (!done.ok) throw new Error(`${demo.ref} was not confirmed: ${done.error.code}`);
}
