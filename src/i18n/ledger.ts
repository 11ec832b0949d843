import type { Words } from '../lib/words.ts';

/** Words of the ledger of messages, and of putting an address right. */
export const ledgerWords = {
  line: { zh: '{channel} {at} {state}', en: '{channel}, {at}: {state}' },
  to: { zh: '发往 {to}', en: 'to {to}' },
  queued: { zh: '等待发送', en: 'waiting to be sent' },
  sent: { zh: '已发出', en: 'sent' },
  delivered: { zh: '已送达', en: 'delivered' },
  failed: { zh: '没有发成', en: 'not sent' },
  bounced: { zh: '退回', en: 'returned' },
  unknown: { zh: '是否送达不清楚', en: 'delivery unclear' },
  'cap-address': { zh: '今天发往这里的已到上限', en: 'today’s limit for this address is reached' },
  'cap-site': { zh: '本站今天发的已到上限', en: 'the site’s limit for today is reached' },
  country: { zh: '不向这个国家或地区发短信', en: 'no SMS to this country' },
  correct: { zh: '请更正号码或地址', en: 'please correct the number or address' },
  replaced: { zh: '后来已改发', en: 'sent again since' },
  page: { zh: '请以本页为准', en: 'please go by this page' },
  correctTitle: { zh: '更正电话或邮箱', en: 'Correct phone or e-mail' },
  correctLead: {
    zh: '以后的通知发到新的号码或地址; 最近没有送到的, 马上再发一次。只填要改的。',
    en: 'Later messages go to the new one, and those that lately failed go again at once. Fill in only what changes.',
  },
  now: { zh: '现在留的: {to}', en: 'On file: {to}' },
  none: { zh: '没有留', en: 'none' },
  phone: { zh: '新的电话', en: 'New phone' },
  email: { zh: '新的邮箱', en: 'New e-mail' },
  save: { zh: '更正', en: 'Correct it' },
  corrected: { zh: '已经更正。', en: 'Corrected.' },
  sentAgain: { zh: '没有送到的通知正在发往新的号码或地址。', en: 'What failed is on its way to the new one.' },
  nothing: { zh: '请填新的电话或邮箱', en: 'Give a new phone or e-mail' },
  same: { zh: '这就是现在留的', en: 'This is the one on file' },
  event: { zh: '您更正了联系方式。', en: 'You corrected how to reach you.' },
  staffEvent: { zh: '来信人更正了联系方式', en: 'The sender corrected how to reach them' },
} satisfies Record<string, Words>;

/** Words of the published interface. */
export const ledgerApi = {
  correct: { zh: '更正电话或邮箱', en: 'Correct phone or e-mail' },
  correctDetails: {
    zh: '凭编号和查询码。新的代替旧的; 七天内没有送到的通知再发一次。一天三次。',
    en: 'By number and code. The new one takes the place of the old; what failed within seven days is sent again. Three times a day.',
  },
  corrected: { zh: '已更正', en: 'Corrected' },
} satisfies Record<string, Words>;
