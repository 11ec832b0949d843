import { nodeAt, type Control, type Fields, type Problem } from '../lib/fields/index.ts';
import { say, type Lang, type Words } from '../lib/words.ts';

type Code = Problem['code'];

const general: Record<Code, Words> = {
  'field.required': { zh: '请填写“{label}”', en: 'Fill in “{label}”' },
  'field.too-short': {
    zh: '“{label}”太短了, 至少写 {min} 个字',
    en: '“{label}” is too short: write at least {min} characters',
  },
  'field.too-long': {
    zh: '“{label}”太长了, 最多写 {max} 个字',
    en: '“{label}” is too long: write at most {max} characters',
  },
  'field.invalid': { zh: '“{label}”填得不对, 请检查后再填', en: '“{label}” is not right. Please check it' },
  'key.unknown': {
    zh: '本表没有“{label}”这一项, 请刷新页面后再填',
    en: 'This form has no item “{label}”. Please reload the page',
  },
};

const several: Partial<Record<Code, Words>> = {
  'field.required': { zh: '请勾选“{label}”', en: 'Tick “{label}”' },
  'field.too-short': { zh: '“{label}”至少要选 {min} 项', en: 'Choose at least {min} under “{label}”' },
  'field.too-long': { zh: '“{label}”最多 {max} 项', en: 'At most {max} under “{label}”' },
  'field.invalid': { zh: '请重新选择“{label}”', en: 'Choose again under “{label}”' },
};
const chosen: Partial<Record<Code, Words>> = {
  'field.required': { zh: '请选择“{label}”', en: 'Choose one: “{label}”' },
  'field.invalid': { zh: '请重新选择“{label}”', en: 'Choose again: “{label}”' },
};
const counted = (zh: string, en: string): Partial<Record<Code, Words>> => ({ 'field.invalid': { zh, en } });

const byControl: Partial<Record<Control, Partial<Record<Code, Words>>>> = {
  choice: chosen,
  choices: several,
  tick: several,
  yesno: {
    'field.required': { zh: '请回答“{label}”', en: 'Answer “{label}”' },
    'field.invalid': { zh: '请回答“{label}”', en: 'Answer “{label}”' },
  },
  integer: counted('“{label}”请填 {min} 到 {max} 之间的整数', '“{label}” must be a whole number from {min} to {max}'),
  money: counted('“{label}”请填 {min} 到 {max} 元之间的金额', '“{label}” must be an amount from {min} to {max} yuan'),
};

const thisItem: Words = { zh: '这一项', en: 'this item' };

/**
 * What a resident is told about a refused value. The field's own sentence comes first, then one that suits how the
 * question is asked, then the general one. Limits of money are shown in yuan.
 */
export function problemSentence(problem: Problem, label: Words | undefined, lang: Lang, control?: Control): string {
  if (problem.words) return problem.words[lang];
  const limited = problem.min !== undefined && problem.max !== undefined;
  const counts = control === 'integer' || control === 'money';
  const own = control && (limited || !counts) ? byControl[control]?.[problem.code] : undefined;
  const unit = control === 'money' ? 100 : 1;
  const unknown = problem.code === 'key.unknown' ? { zh: problem.path, en: problem.path } : undefined;
  return say(own ?? general[problem.code], lang, {
    label: (label ?? unknown ?? thisItem)[lang],
    min: (problem.min ?? 0) / unit,
    max: (problem.max ?? 0) / unit,
  });
}

export interface Described {
  path: string;
  code: Code;
  message: string;
}

/** Problems with their sentences, for a page's summary and for the `errors` of a problem document alike. */
export function describeProblems(problems: readonly Problem[], fields: Fields, lang: Lang): Described[] {
  return problems.map((problem) => {
    const node = nodeAt(fields, problem.path);
    const control = node?.is === 'field' ? node.control : node?.is === 'list' ? 'choices' : undefined;
    const { path, code } = problem;
    return { path, code, message: problemSentence(problem, node?.label, lang, control) };
  });
}
