import type { Words } from '../../lib/words.ts';

/** Words of the form by which somebody sees, corrects or erases what is held of them. */
export const dataRequestWords = {
  label: { zh: '个人信息申请', en: 'Request about my data' },
  pageTitle: { zh: '查阅、更正、删除信息', en: 'See, correct or erase my data' },
  lead: {
    zh: '您在这里提交过什么, 可以要一份来看; 电话、邮箱变了可以更正; 不用再保存的可以删除。',
    en: 'Have a copy of what you sent here, put your phone or e-mail right, or have erased what need not be kept.',
  },
  send: { zh: '提交申请', en: 'Send the request' },
  wantStep: { zh: '您要办什么', en: 'What you want' },
  correctStep: { zh: '要更正的', en: 'What to correct' },
  correctIntro: { zh: '只在更正时填, 填要改的就行。', en: 'For a correction only: fill in what changes.' },
  contactIntro: {
    zh: '请填以前提交时用的姓名和手机号。提交后我们往这个手机发确认码, 用它确认是您本人。',
    en: 'Give the name and the mobile number you used before. A code goes to that phone, to show that it is you.',
  },
  want: { zh: '办哪一项', en: 'Which of these' },
  see: { zh: '查阅、复制', en: 'See and copy' },
  seeHint: {
    zh: '您提交的内容、我们的答复和发过的通知(《个人信息保护法》第四十五条)',
    en: 'What you sent, our answers and messages (Personal Information Protection Law, article 45)',
  },
  correct: { zh: '更正', en: 'Correct' },
  correctHint: { zh: '手机、邮箱变了(第四十六条)', en: 'Your phone or e-mail has changed (article 46)' },
  erase: { zh: '删除', en: 'Erase' },
  eraseHint: {
    zh: '已经办完、不用再保存的(第四十七条); 正在办的、规定要保存的删不了, 会告诉您理由',
    en: 'What is over and need not be kept (article 47); for what must stay you are told why',
  },
  newPhone: { zh: '新的手机或电话', en: 'New phone' },
  newEmail: { zh: '新的邮箱', en: 'New e-mail' },
  details: { zh: '还有什么要说的', en: 'Anything else' },
  detailsHint: { zh: '比如哪一件事, 为什么要删除。', en: 'Such as which matter, or why it should be erased.' },
  mobileOnly: {
    zh: '请填能收短信的手机号: 要用它确认是您本人。没有手机的, 请带身份证到窗口办。',
    en: 'Please give a mobile that takes text messages: it shows that it is you. Without one, please come in person.',
  },
  nothingNew: { zh: '请写新的手机或邮箱, 至少一样。', en: 'Please give the new phone or e-mail, at least one.' },
  onlyCorrecting: { zh: '这一栏只在更正时填。', en: 'This is for a correction only.' },
  titleSee: { zh: '申请查阅、复制个人信息', en: 'Asks to see and copy their data' },
  titleCorrect: { zh: '申请更正个人信息', en: 'Asks to correct their data' },
  titleErase: { zh: '申请删除个人信息', en: 'Asks to erase their data' },
} satisfies Record<string, Words>;

/** States, as label and as the sentence of the resident's timeline. */
export const dataRequestStates = {
  received: {
    label: { zh: '已收到', en: 'Received' },
    public: {
      zh: '我们已收到您的申请。请确认是您本人, 确认以后才办。',
      en: 'We have received your request. Please confirm that it is you; only then can it be dealt with.',
    },
  },
  confirmed: {
    label: { zh: '已核实身份', en: 'Identity confirmed' },
    public: { zh: '已用手机确认是您本人。', en: 'Confirmed by your phone.' },
  },
  handling: {
    label: { zh: '办理中', en: 'Being dealt with' },
    public: { zh: '正在办理您的申请。', en: 'Your request is being dealt with.' },
  },
  fulfilled: {
    label: { zh: '已办理', en: 'Fulfilled' },
    public: { zh: '已经办好, 写在下面。', en: 'It is done; see below.' },
  },
  refused: {
    label: { zh: '不予办理', en: 'Refused' },
    public: { zh: '没有办理: {why}。理由写在下面。', en: 'It was not done: {why}. The reasons are below.' },
  },
} satisfies Record<string, { label: Words; public: Words }>;

/** Buttons, and what they ask. */
export const dataRequestActions = {
  identity: { zh: '确认是我本人', en: 'Confirm that it is me' },
  identityAgain: { zh: '已用新的手机确认是您本人。', en: 'Confirmed by your new phone.' },
  phoneCode: { zh: '确认码', en: 'Confirmation code' },
  include: { zh: '加入另一件事', en: 'Add another matter' },
  included: { zh: '您加入了另一件事。', en: 'You added another matter.' },
  copy: { zh: '查看、下载我的信息', en: 'Open my copy' },
  opened: { zh: '您打开了这份信息。', en: 'You opened the copy.' },
  handle: { zh: '开始办理', en: 'Begin' },
  give: { zh: '提供副本', en: 'Give the copy' },
  correct: { zh: '更正', en: 'Correct' },
  erase: { zh: '删除', en: 'Erase' },
  refuse: { zh: '不予办理', en: 'Refuse' },
  remark: { zh: '内部意见', en: 'Remark' },
  note: { zh: '给申请人的话(公开)', en: 'To the person (public)' },
  noteHint: { zh: '申请人凭查询码看到的就是这段话。', en: 'The person reads exactly this with the code.' },
  inside: { zh: '内部意见(不公开)', en: 'Internal remark (not public)' },
  eraseWhy: { zh: '为什么删除', en: 'Why it is erased' },
  purposeMet: { zh: '处理目的已实现', en: 'the purpose is achieved' },
  consentWithdrawn: { zh: '本人撤回同意', en: 'consent is withdrawn' },
  timeOver: { zh: '保存期限已满', en: 'the time to keep it is over' },
  refuseWhy: { zh: '不予办理的理由', en: 'Why it is refused' },
  notConfirmed: { zh: '没有核实身份', en: 'the identity was not confirmed' },
  nothingHeld: { zh: '没有找到您的信息', en: 'nothing of yours was found' },
  underWay: { zh: '事项还在办理', en: 'the matter is still under way' },
  mustBeKept: { zh: '按规定还要保存', en: 'it must still be kept' },
  somebodyElse: { zh: '涉及他人', en: 'it is about somebody else' },
} satisfies Record<string, Words>;
