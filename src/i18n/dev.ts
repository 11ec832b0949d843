import type { Words } from '../lib/words.ts';

/** Words of the pages that only a local run has. */
export const dev = {
  mailboxTitle: { zh: '本机收件箱', en: 'Local mailbox' },
  mailboxLead: {
    zh: '本来要发出的短信和邮件都在这里, 最新的在前。什么也没有真的发出去。',
    en: 'Every text message and e-mail that would have gone out, newest first. Nothing has really left.',
  },
  mailboxEmpty: {
    zh: '还没有消息。提交一件事, 这里就会有。',
    en: 'No message yet. Send something, and it appears here.',
  },
  to: { zh: '发给 {to}', en: 'To {to}' },
  lookUp: { zh: '用这个编号查询', en: 'Look up this number' },
  casesTitle: { zh: '本机案件', en: 'Local cases' },
  casesLead: {
    zh: '在这里看工作人员会看到什么, 不用登录。举报类事项不在其中。',
    en: 'What staff see, without signing in. Reports (检举控告) are not among them.',
  },
  casesEmpty: { zh: '还没有案件。', en: 'No case yet.' },
  noTitle: { zh: '(内容已销毁)', en: '(destroyed)' },
  dueOn: { zh: '期限 {date}', en: 'due {date}' },
  noDue: { zh: '无期限', en: 'no date' },
  more: { zh: '只看{site}, 更多', en: 'More of {site}' },
  answers: { zh: '提交的内容', en: 'What was sent' },
  sender: { zh: '提交人', en: 'Who sent it' },
  senderHint: {
    zh: '已为本页解封。工作台里先打码, 看全要说明理由并留痕。',
    en: 'Unsealed for this page. In the console it is masked; seeing all of it takes a reason and is recorded.',
  },
  erased: {
    zh: '本人已撤回: 密钥和内容都已销毁, 只剩事件链。',
    en: 'Withdrawn by the sender: key and content are destroyed, only the chain of events is left.',
  },
  locked: { zh: '密钥环里没有它的密钥, 打不开。', en: 'Its key is not in the ring: it cannot be opened.' },
  clock: { zh: '期限怎么算', en: 'How the date was reckoned' },
  noClock: {
    zh: '法律没有、本站也没有设定期限。',
    en: 'Neither law nor site sets a date.',
  },
  chain: { zh: '第 {seq} 条 · {code} · {actor} · {hash}', en: 'No. {seq} · {code} · {actor} · {hash}' },
  messages: { zh: '发出的通知', en: 'Messages sent' },
  toMailbox: { zh: '本机收件箱', en: 'Local mailbox' },
  toCases: { zh: '全部案件', en: 'All cases' },
} satisfies Record<string, Words>;
