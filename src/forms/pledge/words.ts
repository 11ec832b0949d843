import type { Words } from '../../lib/words.ts';

export const pledgeWords = {
  label: { zh: '承诺', en: 'Pledge' },
  pageTitle: { zh: '参加承诺', en: 'Join the pledge' },
  lead: {
    zh: '看看内容, 愿意就参加。参加以后, 随时可以撤回。',
    en: 'Read it, and join if you wish. You can withdraw at any time.',
  },
  next: {
    zh: '您的承诺已经记下, 不用再办什么。想撤回, 随时可以。',
    en: 'Your pledge is noted; there is nothing more to do. You can withdraw it at any time.',
  },
  send: { zh: '提交承诺', en: 'Send the pledge' },
  undertakingsStep: { zh: '承诺的内容', en: 'What you undertake' },
  publicStep: { zh: '要不要公开', en: 'Public or not' },
  campaign: { zh: '承诺活动', en: 'Campaign' },
  undertakings: { zh: '我自愿承诺', en: 'I undertake, of my own free will' },
  undertakingsHint: { zh: '请每一项都看过、勾选。', en: 'Please read and tick each of them.' },
  unit: { zh: '您的单位或村、社区', en: 'Your unit, village or community' },
  public: { zh: '我愿意公开', en: 'You may publish that I joined' },
  publicHint: {
    zh: '勾选后, 只在本页名单里显示姓氏和单位, 如“贺某 · 某镇政府”。不勾选就不公开。',
    en: 'If ticked, only surname and unit appear in the list on this page, such as “贺某 · 某镇政府”. Otherwise nothing does.',
  },
  wall: { zh: '愿意公开的人', en: 'Those who wish to be named' },
  wallHow: {
    zh: '只显示姓氏和单位, 新的在前, 最多 {most} 位。',
    en: 'Surname and unit only, newest first, at most {most}.',
  },
  wallEmpty: { zh: '还没有人公开。', en: 'Nobody so far.' },
  wallGone: {
    zh: '名单暂时看不到, 不影响您参加。',
    en: 'The list cannot be shown just now. You can join all the same.',
  },
  withdraw: { zh: '撤回承诺并删除', en: 'Withdraw and delete' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  withdrawnPublic: {
    zh: '您已撤回承诺。姓名、电话、单位和承诺内容都已删除。',
    en: 'You have withdrawn. Name, phone, unit and what you undertook are deleted.',
  },
} satisfies Record<string, Words>;
