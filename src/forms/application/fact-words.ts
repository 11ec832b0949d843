import type { MeasureVersion } from '../../eligibility/define.ts';
import type { Facts } from '../../eligibility/rule.ts';
import { yuanWords } from '../../eligibility/yuan.ts';
import { form } from '../../i18n/form.ts';
import { say, type Lang } from '../../lib/words.ts';

export interface Answered {
  question: string;
  /** Absent while the question is not answered. */
  answer?: string;
}

/** A question of a measure with the answer as a resident would say it. */
export function factInWords({ facts }: MeasureVersion, name: string, given: Facts, lang: Lang): Answered {
  const field = facts[name];
  const value = given[name];
  const question = field ? say(field.label, lang) : name;
  if (value === undefined) return { question };
  if (typeof value === 'boolean') return { question, answer: say(value ? form.yes : form.no, lang) };
  if (field?.control === 'money') return { question, answer: yuanWords(Number(value), lang) };
  const option = field?.options?.find((one) => one.value === value);
  return { question, answer: option ? say(option.label, lang) : String(value) };
}
