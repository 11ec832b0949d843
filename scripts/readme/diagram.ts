import { citeInFull } from '../../src/workflow/citation.ts';
import type { Clock } from '../../src/workflow/clock.ts';
import { ERASED, type State, type Transition, type Workflow } from '../../src/workflow/define.ts';
import { pauseReasons } from '../../src/workflow/pause.ts';
import type { Limit, Window } from '../../src/workflow/limits.ts';

const units: Record<Limit['unit'], string> = { day: '日', workday: '个工作日', month: '个月' };
const span = ({ count, unit }: Limit | Window): string => `${count} ${units[unit]}`;
const limitText = (limit: Limit): string =>
  limit.kind === 'law' ? `${span(limit)}, ${citeInFull(limit.basis, 'zh')}` : `${span(limit)}, 承诺`;

const clockText: { [K in Clock['is']]: (clock: Extract<Clock, { is: K }>) => string } = {
  kept: () => '',
  starts: ({ limit }) => limitText(limit),
  prolonged: ({ limit }) => `再加至多 ${limitText(limit)}`,
  paused: ({ why, basis }) => `${pauseReasons[why].zh}期间暂停, ${citeInFull(basis, 'zh')}`,
  resumed: () => '接着算',
};

function textOf(clock: Clock): string {
  const write = clockText[clock.is] as (clock: Clock) => string;
  return write(clock);
}

/** A state's label, with its limits and the article each rests on. */
function stateText({ label, clock }: State): string {
  const limits = new Set(Object.values(clock ?? {}).map(textOf));
  return [label.zh, ...[...limits].filter((text) => text !== '')].join('<br/>');
}

const categories: Readonly<Record<string, string>> = {
  suggestion: '建议',
  request: '求决',
  report: '检举',
  see: '查看',
  correct: '更正',
  erase: '删除',
};

/** An action's button, with what guards it. */
function actionText({ label, only, once, within }: Transition): string {
  const guards = [
    ...(only ? [only.map((one) => categories[one] ?? one).join('、')] : []),
    ...(once ? ['一次'] : []),
    ...(within ? [`${span(within)}内`] : []),
  ];
  return guards.length === 0 ? label.zh : `${label.zh} (${guards.join(', ')})`;
}

const name = (state: string): string => state.replaceAll('-', '_');

const drawn = ([id, state]: [string, State]): string => `  state "${stateText(state)}" as ${name(id)}`;

/** The states that most actions have in common, where it is worth a frame: one arrow from it stands for one from each. */
function frameOf({ transitions }: Workflow): readonly string[] {
  const lists = Map.groupBy(
    transitions.filter(({ to, from }) => to !== undefined && from.length > 2),
    ({ from }) => from.join(),
  );
  const [most] = [...lists.values()].toSorted((a, b) => b.length - a.length);
  return most !== undefined && most.length > 1 ? (most[0]?.from ?? []) : [];
}

const FRAME = 'pending';

/** A workflow as mermaid draws it; actions that leave a case where it is are left out. */
export function diagramOf(workflow: Workflow): string {
  const frame = frameOf(workflow);
  const framed = new Set(frame);
  const sources = (from: readonly string[]): readonly string[] =>
    frame.length > 0 && frame.every((state) => from.includes(state))
      ? [FRAME, ...from.filter((state) => !framed.has(state))]
      : from;
  const states = Object.entries(workflow.states).filter(([id]) => id !== ERASED);
  const arrows = workflow.transitions.flatMap((row) =>
    row.to === undefined
      ? []
      : sources(row.from).map((from) => `  ${name(from)} --> ${name(row.to ?? from)}: ${actionText(row)}`),
  );
  return [
    'stateDiagram-v2',
    ...(frame.length > 0
      ? [`  state ${FRAME} {`, ...states.filter(([id]) => framed.has(id)).map((state) => `  ${drawn(state)}`), '  }']
      : []),
    ...states.filter(([id]) => !framed.has(id)).map(drawn),
    '  [*] --> received',
    ...arrows,
    ...states.filter(([, { final }]) => final).map(([id]) => `  ${name(id)} --> [*]`),
  ].join('\n');
}
