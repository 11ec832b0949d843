import type { Words } from '../lib/words.ts';

/** Words of the console on codes by SMS that stop by themselves. */
export const codeWords = {
  codes: { zh: '短信码', en: 'Codes by SMS' },
  paused: { zh: '自动停发中', en: 'Stopped by itself' },
  figures: {
    zh: '{at}: 最近 {sent} 个里填回 {used} 个 ({share}\u00a0%), 不到 {least}\u00a0%',
    en: '{at}: of the last {sent} codes {used} were typed back ({share}\u00a0%), fewer than {least}\u00a0%',
  },
  resume: { zh: '恢复短信码', en: 'Resume codes' },
  resumeAt: { zh: '恢复短信码: {site}', en: 'Resume codes: {site}' },
  resumeTitle: { zh: '恢复短信码', en: 'Resume codes by SMS' },
  resumeLead: {
    zh: '先看是不是有人拿别人的号码要码, 再看短信是不是没有送到。恢复以后从头数起。',
    en: 'See first whether somebody has codes sent to other people’s numbers, or whether messages do not arrive. Counting begins anew.',
  },
  resumeNow: { zh: '恢复发送', en: 'Resume now' },
  ranSo: { zh: '没有变: 这个县的短信码没有停。', en: 'Nothing changed: the codes of this county are not stopped.' },
  banner: {
    zh: '{site}: 短信码已自动停发 ({at} 起)。居民要不到查询码和确认码, 会打电话来。',
    en: '{site}: codes by SMS stopped by themselves since {at}. Residents get no codes and will call.',
  },
  rule: {
    zh: '查询码和确认码要填回来。发出 {after} 分钟以上的最近 {sent} 个里, 填回的不到 {least}\u00a0%, 就自动停发, 由管理员恢复。数值写在站点文件的 settings.codes 里。',
    en: 'Query and confirmation codes are to be typed back. Where fewer than {least}\u00a0% of the last {sent}, sent at least {after} minutes ago, were, they stop by themselves until an administrator resumes them. The values stand in settings.codes of the county’s file.',
  },
  now: {
    zh: '现在: 最近 {sent} 个里填回 {used} 个 ({share}\u00a0%)。',
    en: 'Now: of the last {sent} codes {used} were typed back ({share}\u00a0%).',
  },
  none: { zh: '现在: 没有可数的。', en: 'Now: none to count.' },
  resumeLine: { zh: '{at} {name}恢复', en: 'resumed {at} by {name}' },
} as const satisfies Record<string, Words>;
