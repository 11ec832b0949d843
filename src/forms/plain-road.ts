import { longtext, optional } from '../lib/fields/index.ts';
import type { Words } from '../lib/words.ts';
import type { TemplateId } from '../notify/templates.ts';
import type { Permission } from '../staff/roles.ts';
import { defineWorkflow, received, type State, type Transition, type Workflow } from '../workflow/define.ts';

const words = {
  note: { zh: '给提交人的话(公开)', en: 'To the sender (public)' },
  noteHint: { zh: '提交人凭查询码看到的就是这段话。', en: 'The sender reads exactly this with the code.' },
  remark: { zh: '内部意见(不公开)', en: 'Internal remark (not public)' },
  remarkHint: { zh: '只有经办人员看得到。', en: 'Only those who work on the case see it.' },
  register: { zh: '登记', en: 'Register' },
  answer: { zh: '答复', en: 'Answer' },
  close: { zh: '办结', en: 'Close' },
  addRemark: { zh: '内部意见', en: 'Remark' },
} satisfies Record<string, Words>;

const note = longtext({ label: words.note, hint: words.noteHint, min: 10, max: 2000 });
const remark = longtext({ label: words.remark, hint: words.remarkHint, max: 2000 });
const inside = { remark: optional(remark) };

const states = {
  received,
  registered: {
    label: { zh: '已登记', en: 'Registered' },
    public: { zh: '您提交的内容已登记, 正在看。', en: 'It is registered and being read.' },
  },
  answered: {
    label: { zh: '已答复', en: 'Answered' },
    public: { zh: '已答复您, 写在下面。', en: 'We have answered you; see below.' },
    message: 'answered' satisfies TemplateId,
  },
  closed: { label: { zh: '已办结', en: 'Closed' }, public: { zh: '已办结。', en: 'It is closed.' }, final: true },
} satisfies Record<string, State>;
type Plain = keyof typeof states;

/** The road of a kind that has none of its own yet: registered, answered, closed, by those who read its cases. */
export function plainRoad(needs: readonly Permission[]): Workflow {
  const staff = { actors: ['staff'], needs } as const;
  const row = (one: Pick<Transition<Plain>, 'id' | 'from' | 'to' | 'label' | 'asks'>): Transition<Plain> => ({
    ...staff,
    ...one,
  });
  return defineWorkflow({
    states,
    transitions: [
      row({ id: 'register', from: ['received'], to: 'registered', label: words.register, asks: inside }),
      row({
        id: 'answer',
        from: ['received', 'registered'],
        to: 'answered',
        label: words.answer,
        asks: { note, ...inside },
      }),
      row({
        id: 'close',
        from: ['received', 'registered', 'answered'],
        to: 'closed',
        label: words.close,
        asks: { note: optional(note), ...inside },
      }),
      row({
        id: 'remark',
        from: ['received', 'registered', 'answered', 'closed'],
        label: words.addRemark,
        asks: { remark },
      }),
    ],
    together: ['register', 'close'],
  });
}
