import type { Words } from '../lib/words.ts';

/** Words of changing what an account may do and how far it reaches. */
export const roleChange = {
  change: { zh: '改角色', en: 'Change role' },
  changeFor: { zh: '改角色: {name}', en: 'Change role: {name}' },
  title: { zh: '改角色和管辖: {name}', en: 'Role and reach of {name}' },
  lead: {
    zh: '现在是: {now}。改了以后, 这个账号的登录马上全部退出, 要重新登录。谁改的、改成什么, 记入账号的事件链。',
    en: 'Now: {now}. Once changed, every session of the account ends at once. Who changed it and to what goes into the chain of the account.',
  },
  save: { zh: '改过来, 并退出它的登录', en: 'Change it and end its sessions' },
  back: { zh: '不改, 返回', en: 'Keep it, go back' },
  notChanged: { zh: '没有改成', en: 'Not changed' },
  same: { zh: '角色和管辖没有变。', en: 'Role and reach are what they were.' },
} satisfies Record<string, Words>;
