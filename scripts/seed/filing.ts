import type { DemoFiling } from '../../demo/cases/filings.ts';
import { confirmByPhone } from '../../src/cases/behalf/confirm.ts';
import { fileFor } from '../../src/cases/behalf/file-for.ts';
import type { Answer } from '../../src/cases/answer.ts';
import type { Submitted } from '../../src/cases/submit.ts';
import type { Tools } from '../../src/cases/tools.ts';
import type { Refusal } from '../../src/errors.ts';
import type { Result } from '../../src/lib/result.ts';
import { mailboxMessages } from '../../src/notify/providers/mailbox.ts';
import { accountOf } from './seed-staff.ts';
import type { Ready } from './send.ts';

/** Files a case of the data for its person, as staff do in the console. */
export async function fileAsStaff(
  tools: Tools,
  { demo, form, context }: Ready,
  { by, manner }: DemoFiling,
): Promise<Result<Submitted, Refusal>> {
  const filer = await accountOf(tools, by);
  const behalf = { manner, agreed: true };
  return fileFor(tools, { form, context, raw: demo.body, behalf, filer, key: `demo-${demo.ref}` });
}

const MOST_READ = 2000;

/** The person reads the code out from the message on their phone, and it is typed in. */
export async function confirmAsPerson(tools: Tools, { demo, context }: Ready, { receipt }: Answer): Promise<void> {
  const messages = await mailboxMessages(tools, MOST_READ);
  const message = messages.find((one) => one.receipt === receipt && one.template === 'confirm-filing');
  const code = message?.params['code'] ?? '';
  const confirmed = await confirmByPhone(tools, { site: context.site, receipt, code, address: 'seed' });
  if (!confirmed.ok) throw new Error(`${demo.ref} was not confirmed: ${confirmed.error.code}`);
}
