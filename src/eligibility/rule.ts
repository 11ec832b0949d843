import type { Words } from '../lib/words.ts';
import { operators, type FactValue, type Operand, type Operator } from './operators.ts';

/** What is known of a case, by the names the measure gives; what is absent is unknown, not false. */
export type Facts = Readonly<Record<string, FactValue | undefined>>;

/** One comparison. With `plus`, the numbers of `fact` and of these are added before it. */
export interface Condition<Name extends string = string> {
  fact: Name;
  plus?: readonly Name[];
  operator: Operator;
  operand: Operand;
}

/** A condition the published text sets. */
export interface Rule<Name extends string = string> extends Condition<Name> {
  id: string;
  /** The rule counts only where all of these hold. */
  when?: readonly Condition<Name>[];
  /** The part of the instrument, as a resident finds it: 引才伯乐奖·企业. */
  clause: Words;
  /** The instrument, and its article where that is published. */
  citation: Words;
  /** What to tell those who do not meet it. */
  hint: Words;
}

/** The value a condition looks at; undefined as long as any part of it is unknown. */
export function factOf({ fact, plus = [] }: Condition, facts: Facts): FactValue | undefined {
  let value = facts[fact];
  for (const name of plus) {
    const more = facts[name];
    if (typeof value !== 'number' || typeof more !== 'number') return undefined;
    value += more;
  }
  return value;
}

/** Whether a condition holds; undefined while it cannot be told. */
export function holds(condition: Condition, facts: Facts): boolean | undefined {
  const have = factOf(condition, facts);
  return have === undefined ? undefined : operators[condition.operator](have, condition.operand);
}

/** All of them: one that fails decides, else one that is unknown leaves it open. */
export function allHold(conditions: readonly Condition[], facts: Facts): boolean | undefined {
  const answers = conditions.map((condition) => holds(condition, facts));
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}
