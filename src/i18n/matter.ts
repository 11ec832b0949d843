import type { Words } from '../lib/words.ts';

/** What a resident reads of a bundle: that it is one, never who else is in it. */
export const matterEvents = {
  'matter-joined': {
    zh: '与同一事项的其他来信一并办理。每个人都会收到办理告知和答复。',
    en: 'It is dealt with together with other letters on the same matter. Everybody hears of each step and of the answer.',
  },
  'matter-parted': {
    zh: '从现在起单独办理。',
    en: 'From now on it is dealt with on its own.',
  },
} satisfies Record<string, Words>;

/** The same events, and those that only staff see, as their timeline calls them. */
export const matterSteps: Readonly<Record<string, Words>> = {
  'matter-joined': { zh: '并入主件', en: 'Joined to a lead' },
  'matter-took-in': { zh: '并入一件', en: 'Took another in' },
  'matter-parted': { zh: '拆开, 单独办理', en: 'Parted from its lead' },
  'matter-released': { zh: '拆出一件', en: 'Let one go' },
  'matter-linked': { zh: '关联另一件', en: 'Linked to another' },
  'matter-settled': { zh: '不一样的一句: {how}', en: 'A sentence of its own: {how}' },
};

/** What was done about a sentence that one filing alone says. */
export const settlementWords = {
  answered: { zh: '已回应', en: 'Answered' },
  apart: { zh: '另案', en: 'Dealt with apart' },
} satisfies Record<string, Words>;

export const matterWords = {
  carried: { zh: '随主件', en: 'with its lead' },
  suggested: { zh: '可能是同一件事', en: 'May be the same matter' },
  suggestedHint: {
    zh: '按电话和内容比出来的, 是不是由您定。',
    en: 'Found by phone and words. Whether it is so is for you to say.',
  },
  samePhone: { zh: '同一电话', en: 'same phone' },
  mostlySame: { zh: '大部分内容相同', en: 'Most of it is the same' },
  muchAlike: { zh: '内容很像', en: 'Much alike' },
  partlyAlike: { zh: '有几处说得相像', en: 'Alike in places' },
  saysMore: { zh: '它另外说到', en: 'It also says' },
  compare: { zh: '对照', en: 'Compare' },
  compareWith: { zh: '对照 {receipt}', en: 'Compare with {receipt}' },
  pending: {
    zh: '这位来信人还有一件在办。是同一事项的, 可以并案, 也可以依《信访工作条例》第十九条第三款不予受理。',
    en: 'This sender has another case pending. If it is the same matter, join them, or do not accept this one (信访工作条例 19(3)).',
  },
  refuse: { zh: '按同一事项正在办理, 不予受理', en: 'Do not accept: the same matter is under way' },
  joined: { zh: '并 {count}', en: '+{count} joined' },
  bundle: { zh: '并案 {total} 件', en: 'Joined: {total}' },
  toldAll: { zh: '办理告知已送达 {told} / {total}', en: 'Told so far: {told} of {total}' },
  earliest: { zh: '并案中最早到期 {date}', en: 'The first of them is due {date}' },
  beyond: {
    zh: '另有 {count} 件不在您的范围内或没有列出。',
    en: '{count} more are outside your reach or not listed.',
  },
  odd: { zh: '仅内部 · 只有这一件说到', en: 'Internal only · only this one says' },
  settle: { zh: '记下', en: 'Note' },
  waiting: { zh: '还没有告知到这一件', en: 'not told yet' },
  follows: { zh: '已并入一并办理: ', en: 'Dealt with together with ' },
  followsBeyond: {
    zh: '已并入另一件一并办理, 那一件不在您的范围内。',
    en: 'Joined to another case outside your reach.',
  },
  followsHint: {
    zh: '受理、延期、答复等在主件上做一次, 每位来信人都会收到。',
    en: 'Acceptance, extension and answer are done once, on the lead. Every sender hears of them.',
  },
  linked: { zh: '关联: ', en: 'Linked: ' },
  part: { zh: '拆开', en: 'Part' },
  partOne: { zh: '拆开 {receipt}', en: 'Part {receipt}' },
  partTitle: { zh: '拆开, 单独办理', en: 'Part it from its lead' },
  partWhy: { zh: '为什么拆开', en: 'Why' },
  partHint: { zh: '只有经办人员看得到。', en: 'Only those who work on the case see it.' },
  noReason: { zh: '请写明为什么拆开。', en: 'Please say why.' },
  compareTitle: { zh: '是不是同一件事', en: 'Is it the same matter?' },
  compareHint: {
    zh: '标出来的是另一件没有说到的话。',
    en: 'Marked is what the other does not say.',
  },
  lead: { zh: '以哪一件为主件', en: 'Which one leads' },
  leadHint: {
    zh: '主件上的受理、延期、答复会告诉每位来信人。每件保留自己的编号、查询码和期限。',
    en: 'Acceptance, extension and answer of the lead go to every sender. Each keeps number, code and date of its own.',
  },
  join: { zh: '并案', en: 'Join' },
  link: { zh: '只关联, 各办各的', en: 'Only link them' },
  linkHint: {
    zh: '两件互相看得到, 各办各的。',
    en: 'Each points at the other, and goes its own way.',
  },
  changed: {
    zh: '没有做成: 您打开以后, 其中一件有了变化。看看现在的样子, 还需要的话再按一次。',
    en: 'Nothing was done: one of the two has changed since you opened this page. Look again, and press again if it still holds.',
  },
  tells: { zh: '这一步会告诉 {count} 位来信人', en: 'This goes to {count} senders' },
  tellsHint: {
    zh: '您写的公开的话, 每位来信人都会看到, 请不要写只有一个人才该知道的内容。',
    en: 'Each of them reads your public words. Write nothing that only one of them should know.',
  },
  unanswered: { zh: '还有没回应的话', en: 'Not answered yet' },
} satisfies Record<string, Words>;

/** Why two filings are not joined. */
export const notJoinedWords = {
  'same-case': { zh: '这是同一件。', en: 'It is the same case.' },
  kind: { zh: '这一种事项不能并案。', en: 'Cases of this kind are not joined.' },
  'other-site': { zh: '两件不是同一个县的。', en: 'They belong to different counties.' },
  'other-category': {
    zh: '一件是建议, 一件是求决, 答复的办法不同, 不能并案。',
    en: 'One is a suggestion and one a request: they are answered differently.',
  },
  decided: {
    zh: '其中一件已经有了结果或正等着重新确定承办单位, 不能并案, 可以关联。',
    en: 'One of them has been decided, or waits for its department. They can be linked.',
  },
  'lead-follows': { zh: '要作主件的已并入别的事项。', en: 'The lead already follows another.' },
  'member-follows': { zh: '要并入的已并入别的事项。', en: 'The other already follows a lead.' },
  'member-leads': {
    zh: '要并入的已经是主件, 请反过来选。',
    en: 'The other already leads a bundle: choose it as the lead.',
  },
} satisfies Record<string, Words>;
