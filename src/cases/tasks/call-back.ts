import type { SQL } from 'drizzle-orm';
import { parsePhone } from '../../lib/identifiers/phone.ts';
import type { Recipient } from '../messages.ts';
import { openTask } from './open.ts';

/** Whether a sender whom no message reaches can be called: a landline, whose holder did not ask to be left alone. */
const byVoice = ({ phone, notify }: Recipient): boolean =>
  phone !== undefined && parsePhone(phone)?.kind === 'landline' && notify?.length !== 0;

/** What is to be told, by whom it concerns and at which step. */
interface ToTell {
  caseId: string;
  template: string;
  cause: string;
  date?: string;
  recipient: Recipient;
}

/** Statements that have the desk call a sender for whom there is no channel (`channelsOf`); none where no call can go. */
export const callInstead = ({ caseId, recipient, ...told }: ToTell, now: number): SQL[] =>
  byVoice(recipient) ? openTask(caseId, { kind: 'call-back', ...told }, now) : [];
