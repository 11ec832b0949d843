import type { DemoStep } from '../../demo/cases/road.ts';
import type { StaffActor } from './acting.ts';
import { advance, type Advanced } from '../../src/cases/advance.ts';
import type { Tools } from '../../src/cases/tools.ts';
import { dateInWords } from '../../src/i18n/dates.ts';
import { shanghaiDate } from '../../src/lib/clock.ts';
import { addDays } from '../../src/workflow/calendar/dates.ts';

interface Known {
  receipt: string;
  /** Who takes the step. */
  actor: StaffActor;
  /** T, the day of the first start. */
  today: string;
  /** The due date that holds before this step. */
  due: string | undefined;
}

const day = (date: string): string => dateInWords(date, 'zh');

/** Dates and number put into what an officer of the data says. */
function filled(text: string, { receipt, today, due }: Omit<Known, 'actor'>): string {
  return text
    .replace(/\{T([+-]\d+)\}/g, (_, days: string) => day(addDays(today, Number(days))))
    .replace('{due}', due === undefined ? '' : day(due))
    .replace('{number}', receipt);
}

/** Takes a case of the data one step further, at the tools' own time, as an officer does. */
export async function takeStep(tools: Tools, { action, input }: DemoStep, known: Known): Promise<Advanced> {
  const said = Object.entries(input).map(
    ([name, value]) => [name, typeof value === 'string' ? filled(value, known) : value] as const,
  );
  const done = await advance(tools, {
    case: { receipt: known.receipt },
    action,
    actor: known.actor,
    input: Object.fromEntries(said),
  });
  if (done.ok) return done.value;
  const wrong = done.error.problems?.map(({ path, code }) => `${path} ${code}`).join(', ') ?? '';
  throw new Error(`${known.receipt}: ${action} on ${shanghaiDate(tools.clock.now())}: ${done.error.code} ${wrong}`);
}
