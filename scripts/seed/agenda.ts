import type { Answer } from '../../src/cases/answer.ts';
import { IDENTITY } from '../../src/cases/personal/proven.ts';
import type { Tools } from '../../src/cases/tools.ts';
import { addDays } from '../../src/workflow/calendar/dates.ts';
import type { Acting } from './acting.ts';
import { confirmAsPerson } from './filing.ts';
import { showPhone } from './identity.ts';
import { takeStep } from './officer.ts';
import { afterwards, send, type Ready } from './send.ts';

/** Something that happens at a moment of the past, in milliseconds since 1970. */
export interface Moment {
  at: number;
  /** `then`: the tools as of that moment. */
  take(then: Tools): Promise<void>;
  /** Whether it may leave a message to be sent. */
  tells: boolean;
}

/** The first start: its day, and its moment. */
export interface Start {
  today: string;
  now: number;
}

const HOUR = 3_600_000;

/** What came of a case so far: its answer, the date that holds, and the number of what was born of it. */
interface Known {
  answer: Answer;
  due: string | undefined;
  born: string | undefined;
}

/** Everything that happened with a case: it was sent, officers worked on it, its sender went on. */
export function momentsOf(
  ready: Ready,
  acting: Acting,
  { today, now }: Start,
  sent: (answer: Answer) => void,
): Moment[] {
  const { demo, form, sentAt } = ready;
  let known: Known | undefined;
  const receipt = (): Known => {
    if (!known) throw new Error(`${demo.ref} went on before it was sent`);
    return known;
  };
  const submission: Moment = {
    at: sentAt,
    tells: true,
    async take(then) {
      const answer = await send(then, ready);
      known = { answer, due: answer.due?.date, born: undefined };
      sent(answer);
    },
  };
  const confirmation: Moment[] = demo.filed?.confirmed
    ? [{ at: sentAt + HOUR / 6, tells: false, take: (then) => confirmAsPerson(then, ready, receipt().answer) }]
    : [];
  let before = sentAt;
  const steps = (demo.road ?? []).map((step): Moment => {
    const planned = Date.parse(`${addDays(today, -step.daysAgo)}T${step.time}:00+08:00`);
    const at = Math.min(Math.max(planned, before + HOUR / 2), now);
    before = at;
    const told = form.workflow.transitions.some(
      ({ id, to, message }) =>
        id === step.action && (to === undefined ? message : form.workflow.states[to]?.message) !== undefined,
    );
    return {
      at,
      // What happens in a case that was born of it may be told to its own sender.
      tells: told || step.of === 'born',
      async take(then) {
        const { answer, due, born } = receipt();
        if (step.by === 'sender' && step.action === IDENTITY) {
          await showPhone(then, ready, answer);
          return;
        }
        if (step.by === 'sender') {
          await afterwards(then, ready, answer, step.action, step.input);
          return;
        }
        const actor = acting(demo.site, step.by);
        if (step.of === 'born') {
          if (born === undefined) throw new Error(`${demo.ref}: nothing was born of it before ${step.action}`);
          await takeStep(then, step, { receipt: born, actor, today, due });
          return;
        }
        const after = await takeStep(then, step, { receipt: answer.receipt, actor, today, due });
        known = { answer, due: after.due?.date, born: after.born ?? born };
      },
    };
  });
  const action = demo.afterwards;
  const own: Moment[] =
    action === undefined
      ? []
      : [{ at: sentAt + HOUR, tells: false, take: (then) => afterwards(then, ready, receipt().answer, action) }];
  return [submission, ...confirmation, ...steps, ...own];
}
