import type { Words } from '../lib/words.ts';

/** Words around requests about personal data: confirming by phone, adding a matter, the copy, and what officers see. */
export const dataRequestWords = {
  identityTitle: { zh: '确认是您本人', en: 'Confirm that it is you' },
  identityLead: {
    zh: '确认码发到申请里填的手机 {phone}。谁问您要, 都不要告诉。',
    en: 'The code goes to the phone you gave, {phone}. Tell it to nobody, whoever asks.',
  },
  sendCode: { zh: '发送确认码', en: 'Send the code' },
  sendAgain: { zh: '再发一次', en: 'Send it again' },
  codeSent: {
    zh: '已发送。{minutes} 分钟内有效, 一天最多 3 次。',
    en: 'Sent. It holds for {minutes} minutes; three a day at most.',
  },
  codeHint: { zh: '短信里的 6 位数字', en: 'The 6 digits in the message' },
  confirm: { zh: '确认', en: 'Confirm' },
  confirmed: { zh: '已确认是您本人, 现在开始办。', en: 'Confirmed. Your request can now be dealt with.' },
  wrongCode: {
    zh: '确认码不对, 或者已经过期。请看最新的一条短信, 还不行就再发一次。',
    en: 'The code is wrong or too old. Look at the latest message, or have it sent again.',
  },
  includeTitle: { zh: '加入另一件事', en: 'Add another matter' },
  includeLead: {
    zh: '用别的手机或别的姓名提交的, 填那件事自己的编号和查询码。',
    en: 'For what was sent by another phone or in another name: its own number and code.',
  },
  includeSend: { zh: '加入', en: 'Add it' },
  notThere: {
    zh: '编号或查询码不对, 请对照那件事的回执再看一遍。',
    en: 'Number or code is wrong; please compare with its receipt.',
  },
  copyTitle: { zh: '您的信息', en: 'Your data' },
  copyLead: {
    zh: '您提交的内容、我们的答复和发过的通知, 共 {n} 件。请不要在公用的电脑上保存。',
    en: 'What you sent, our answers and messages: {n} matters. Please do not save it on a shared computer.',
  },
  copyNone: { zh: '我们没有找到您提交过的事项。', en: 'Nothing that you sent was found.' },
  copyFile: { zh: '下载文件', en: 'Download as a file' },
  copySent: { zh: '您提交的', en: 'What you sent' },
  copyTold: { zh: '经过和答复', en: 'What happened, and our answers' },
  copyMessages: { zh: '发过的通知', en: 'Messages sent' },
  copyFingerprint: { zh: '指纹', en: 'Fingerprint' },
  submittedAt: { zh: '提交时间', en: 'Sent on' },
  state: { zh: '状态', en: 'State' },
} satisfies Record<string, Words>;

/** Events of a request that are no step of its road, among staff. */
export const dataRequestEvents: Readonly<Record<string, Words>> = {
  'identity-code': { zh: '发送确认码', en: 'A confirmation code was sent' },
};

/** What officers see before they act. */
export const heldWords = {
  title: { zh: '涉及的事项', en: 'What it reaches' },
  lead: {
    zh: '用申请里的手机号、以同一姓名提交的, 和本人凭编号和查询码加入的。别人的和检举控告不在内, 也不计数。',
    en: 'What was sent by this phone in this very name, and what its sender added by number and code. Other people’s, and reports, are neither among them nor counted.',
  },
  others: {
    zh: '另有 {n} 件由别人经办, 您已回避, 编号不在这里; 会一并照办。',
    en: '{n} more, handled by another since you stepped back: not named here, and treated likewise.',
  },
  none: { zh: '没有这个人的事项。', en: 'Nothing of this person is held.' },
  notShown: {
    zh: '还没有用现在这个手机确认是本人, 不能办。请本人在查询页重新确认。',
    en: 'The phone on file has not been confirmed: nothing can be done. Its holder confirms on the status page.',
  },
  nothingGoes: {
    zh: '现在没有可以删的。请按“不予办理”, 写明理由。',
    en: 'Nothing can be erased now. Please refuse, and give the reason.',
  },
  number: { zh: '编号', en: 'Number' },
  kind: { zh: '种类', en: 'Kind' },
  state: { zh: '状态', en: 'State' },
  happens: { zh: '会怎样', en: 'What happens' },
  goes: { zh: '删除', en: 'erased' },
  'under-way': { zh: '保留: 还在办理', en: 'stays: still under way' },
  kept: { zh: '保留: 要保存到{until}', en: 'stays: kept until {until}' },
  'not-settled': {
    zh: '保留: 按档案规定保存, 县里还没有定年限',
    en: 'stays: how long is for the archive rules, not settled yet',
  },
  given: { zh: '在副本里', en: 'in the copy' },
  corrected: { zh: '更正手机、邮箱', en: 'phone and e-mail are corrected' },
  prove: {
    zh: '这一步要先再验证一次身份。写的内容都还在。',
    en: 'This step needs a fresh proof of who you are. What you wrote is still here.',
  },
  proveLink: { zh: '去验证(新窗口), 然后回来再按一次', en: 'Prove it (new window), then come back and press again' },
} satisfies Record<string, Words>;

/** What an officer's words to the person begin with; always Chinese, as they are sent. */
export const heldNotes = {
  give: '您好。您的信息已整理好, 共 {n} 件。请在 {days} 天内凭编号和查询码在查询页查看、下载, 过期请重新申请。',
  correct: '您好。您申请更正的手机、邮箱已经改好, 涉及 {n} 件事项。以后的通知发到新的号码或邮箱。',
  erase: '您好。以下 {n} 件的内容和您的个人信息已删除: {gone}。',
  eraseOthers: '您另外 {n} 件的内容和个人信息也已删除。',
  eraseUnnamed: '您好。您有 {n} 件的内容和个人信息已删除。',
  staysOthers: '另外 {n} 件',
  eraseNone: '您好。您的事项现在都不能删除。',
  stays: '以下不能删除: {kept}。',
  staysUnderWay: '{number}(还在办理, 办完以后可以再申请)',
  staysKept: '{number}(按规定保存到{until})',
  staysNotSettled: '{number}(按档案规定保存)',
} as const;

/** Words of the published interface. */
export const dataRequestApi = {
  identity: { zh: '确认是本人', en: 'Confirm who one is' },
  identityDetails: {
    zh: '不带 answers: 往申请里的手机发确认码(202); 带 answers.phoneCode: 确认(200)。',
    en: 'Without answers a code goes to the phone of the request (202); with answers.phoneCode it is confirmed (200).',
  },
  sent: { zh: '确认码已发送', en: 'The code was sent' },
  include: { zh: '加入另一件事', en: 'Add another matter' },
  includeDetails: {
    zh: '凭那件事自己的编号和查询码。',
    en: 'By its own number and code.',
  },
  copy: { zh: '打开副本', en: 'Open the copy' },
  copyDetails: {
    zh: '给了副本以后, 限期内可以打开; 每次打开都记在事件链里。',
    en: 'Once a copy was given, as long as its time lasts; each opening stands in the chain.',
  },
  done: { zh: '已完成', en: 'Done' },
} satisfies Record<string, Words>;
