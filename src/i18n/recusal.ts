import type { Words } from '../lib/words.ts';

/** Words of stepping back from a case, 信访工作条例 28(3). */
export const recusal = {
  button: { zh: '回避', en: 'Step back' },
  title: { zh: '回避: {title}', en: 'Step back: {title}' },
  how: {
    zh: '与事项或来信人有直接利害关系的, 应当回避(信访工作条例第二十八条)。提交后, 回避的人在列表、检索、导出里都看不到这件, 由别人办理; 谁提的、为什么, 记入本件的事件链。',
    en: 'Whoever has a direct interest in a matter or its sender steps back (article 28). They find it in no list, search or export any more; others deal with it. Who said so and why is written into the chain.',
  },
  who: { zh: '谁回避', en: 'Who steps back' },
  myself: { zh: '我本人', en: 'I myself' },
  why: { zh: '什么利害关系(不公开)', en: 'Which interest (not public)' },
  whyHint: {
    zh: '如: 来信人是我的亲戚。只有经办人员看得到。',
    en: 'Such as: a relative. Only those who work on it see it.',
  },
  send: { zh: '确认回避', en: 'Step back' },
  nobodyElse: { zh: '现在没有别人能办这件', en: 'Nobody else could deal with it now' },
  nobodyElseHow: {
    zh: '回避要有人接手。请先让系统管理员给辖区内增加一个账号, 或请县级办理员接手, 再来回避。',
    en: 'Somebody must take over. Ask the administrator for one more account within reach, or a county clerk to take it.',
  },
  recused: { zh: '已经回避的人', en: 'Who has stepped back' },
  lift: { zh: '取消回避', en: 'Let them see it again' },
  liftOf: { zh: '取消回避: {name}', en: 'Let them see it again: {name}' },
  liftHow: {
    zh: '弄错了人, 或者利害关系不存在, 才取消。取消以后这个人又能看到并办理这件。',
    en: 'Only where it was the wrong person, or there is no such interest. They can then see and work on it again.',
  },
  liftWhy: { zh: '为什么取消(不公开)', en: 'Why it is taken back (not public)' },
  liftWhyHint: {
    zh: '如: 弄错了, 来信人是同名的另一位。只有经办人员看得到。',
    en: 'Such as: it was somebody else of that name. Only those who work on it see it.',
  },
  liftedEvent: { zh: '取消回避: {name}', en: 'No longer stepped back: {name}' },
  event: { zh: '回避: {name}', en: 'Stepped back: {name}' },
  gone: { zh: '已停用的账号', en: 'an account that has ended' },
  vacant: { zh: '承办单位没有人能办这件', en: 'Nobody in the department can deal with it' },
  vacantHow: {
    zh: '{holder}的经办人都已回避, 请改由别的单位承办, 或请该单位另派人。',
    en: 'All of {holder} have stepped back. Give it to another department, or ask for somebody else there.',
  },
} satisfies Record<string, Words>;
