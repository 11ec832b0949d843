import type { FC } from 'hono/jsx';
import { statusOf, type Refusal } from '../errors.ts';
import { faultWords } from '../i18n/fault.ts';
import { say } from '../lib/words.ts';
import type { View } from './view.ts';

/** The number under which the log knows this request, to be read out on the telephone; only where the fault is ours. */
export const FaultNumber: FC<{ view: View; refusal: Refusal | null }> = ({ view, refusal }) => {
  const number = view.requestId;
  if (!refusal || statusOf[refusal.code] < 500 || number === undefined) return null;
  return (
    <p class="fault-number">
      {say(faultWords.number, view.lang)} <b>{number}</b>
    </p>
  );
};
