import type { Words } from '../lib/words.ts';

/** How well a figure is, in words: never by colour alone. */
export const watchLevels = {
  good: { zh: '好', en: 'Good' },
  watch: { zh: '注意', en: 'Watch' },
  act: { zh: '要处理', en: 'Act' },
} as const satisfies Record<string, Words>;
export type Level = keyof typeof watchLevels;

/** What stands in place of a number. */
export const watchNotes = {
  direct: { zh: '直接写数据库, 不会积压', en: 'Written straight to the database: nothing waits' },
  'no-store': { zh: '没有接对象存储', en: 'No object store is bound' },
  unreadable: { zh: '读不到', en: 'Cannot be read' },
} as const satisfies Record<string, Words>;
export type WatchNote = keyof typeof watchNotes;

/** What a figure is called, and what to do about it. */
export const watchFigures = {
  cron: {
    label: { zh: '上次定时运行', en: 'Last run of the timer' },
    todo: {
      zh: '看 Cloudflare 的定时触发是否停了。本页的告警邮件也由它发出, 它停了就没有邮件: 请在外面另设监测, 定时访问 /readyz。',
      en: 'See whether the cron trigger has stopped. Alarms by e-mail leave by it as well, so watch /readyz from outside.',
    },
  },
  'message-oldest': {
    label: { zh: '等得最久的短信或邮件', en: 'Message that has waited longest' },
    todo: {
      zh: '看供应商是否停机、欠费, 或者定时运行停了。消息不会丢, 恢复后接着发。',
      en: 'See whether a supplier is down or unpaid, or the timer has stopped. Nothing is lost; it goes on when that is mended.',
    },
  },
  'messages-waiting': {
    label: { zh: '等着发的短信和邮件', en: 'Messages waiting' },
    todo: {
      zh: '多而不减, 就看供应商的限速和余额。',
      en: 'Many and not fewer: see the supplier’s limits and balance.',
    },
  },
  'messages-stopped': {
    label: { zh: '停发着的渠道', en: 'Channels stopped' },
    todo: {
      zh: '管理员停的, 消息在等, 一条不丢。原因和恢复在“短信和邮件”页。',
      en: 'An administrator stopped them; messages wait and none is lost. Why, and how to resume: on the page of messages.',
    },
  },
  'codes-paused': {
    label: { zh: '短信码自动停发', en: 'Codes by SMS stopped by themselves' },
    todo: {
      zh: '发出的查询码和确认码很少有人填回: 多半有人拿别人的号码刷短信, 也可能短信没有送到。数目和恢复在“短信和邮件”页; 恢复以前居民要码时请他们打电话。',
      en: 'Few of the codes sent were typed back: somebody has them sent to other people’s numbers, or they do not arrive. Figures, and how to resume: on the page of messages. Until then residents are asked to call.',
    },
  },
  'messages-failed': {
    label: { zh: '24 小时内没发成的', en: 'Failed within 24 hours' },
    todo: {
      zh: '一两个多半是号码不对。成批的, 看供应商的密钥、签名和模板, 以及当天的限额。请给居民打电话。',
      en: 'One or two are wrong numbers. Many: see keys, signature, templates and today’s caps. Call the residents.',
    },
  },
  'messages-unknown': {
    label: { zh: '24 小时内不知是否送到的', en: 'Outcome unknown within 24 hours' },
    todo: {
      zh: '为免重复, 不会自动再发。请在供应商那里查, 或给居民打电话。',
      en: 'Not sent again by itself, lest it arrive twice. Ask the supplier, or call the residents.',
    },
  },
  'messages-sent': {
    label: { zh: '24 小时内已发出的', en: 'Sent within 24 hours' },
    todo: { zh: '只供参考。', en: 'For information.' },
  },
  'intake-oldest': {
    label: { zh: '等着写进数据库最久的新事项', en: 'Submission that has waited longest to be filed' },
    todo: {
      zh: '数据库断开时新事项先存着, 居民已有回执。请恢复数据库, 之后自动写入。',
      en: 'While the database is gone submissions are kept, and residents have their receipts. Bring it back; they file themselves.',
    },
  },
  'intake-waiting': {
    label: { zh: '等着写进数据库的新事项', en: 'Submissions waiting to be filed' },
    todo: {
      zh: '每个站点最多存 5 万件。请在那之前恢复数据库。',
      en: 'A site keeps at most 50,000. Bring the database back before that.',
    },
  },
  'intake-stuck': {
    label: { zh: '数据库一直不收的新事项', en: 'Submissions the database refuses' },
    todo: {
      zh: '不会丢, 也不再重试。多半是密钥环里少了密钥, 或者数据库没有升级: 请找开发人员。',
      en: 'Kept, no longer tried. A key is missing from the ring, or migrations are: call the developers.',
    },
  },
  overdue: {
    label: { zh: '过了期限还没办完的事项', en: 'Matters past their date' },
    todo: {
      zh: '督办员的待办里有每一件。这里不含检举控告。',
      en: 'Each stands among the supervisor’s tasks. Reports (检举控告) are not counted here.',
    },
  },
  'cap-messages': {
    label: { zh: '今天的短信邮件用了限额的', en: 'Share of today’s messages used' },
    todo: {
      zh: '用完后当天不再发, 居民在进度页看得到。正常增多就调高站点的 messages.perSitePerDay。',
      en: 'Once used up nothing more leaves today; status pages say so. If it is real demand raise messages.perSitePerDay.',
    },
  },
  'cap-unproven': {
    label: { zh: '今天不带验证的提交用了限额的', en: 'Share of today’s submissions without proof used' },
    todo: {
      zh: '用完后, 没有脚本的浏览器当天不能提交。看是否有人灌水。',
      en: 'Once used up browsers without script cannot submit today. See whether it is a flood.',
    },
  },
  'cap-partner': {
    label: { zh: '用得最多的合作方密钥用了限额的', en: 'Share used by the fullest partner key' },
    todo: {
      zh: '用完后该合作方当天不能再提交。请与合作方核对。',
      en: 'Once used up that partner cannot submit today. Ask them.',
    },
  },
  backup: {
    label: { zh: '上次备份', en: 'Last backup' },
    todo: { zh: '运行 npm run backup, 并设成每天一次。', en: 'Run npm run backup, and have it run daily.' },
  },
  seal: {
    label: { zh: '上次封印', en: 'Last seal' },
    todo: {
      zh: '封印每小时一次, 由定时运行来做。看日志里有没有错误。',
      en: 'Made hourly by the timer. See the logs for errors.',
    },
  },
  'seal-copy': {
    label: { zh: '上次把封印抄到对象存储', en: 'Last copy of a seal' },
    todo: {
      zh: '看对象存储是否可写。若日志说“holds another seal”, 有人动过记录: 请马上报告。',
      en: 'See whether the object store can be written. If the logs say “holds another seal”, somebody changed records: report it.',
    },
  },
  'erasure-copy': {
    label: { zh: '删除记录等着抄到对象存储', en: 'Erasure waiting to be noted in the object store' },
    todo: {
      zh: '没有抄到的删除, 恢复旧备份时会漏掉。看对象存储是否可写。',
      en: 'What is not noted there is missed when an old backup is put back. See whether the store can be written.',
    },
  },
  retention: {
    label: { zh: '上次按保存期限清理', en: 'Last retention sweep' },
    todo: {
      zh: '每天一次。到期太多时要几天才清完; npm run retention 看还有多少。',
      en: 'Daily. After a great many expire it takes days; npm run retention says how many are left.',
    },
  },
  rotation: {
    label: { zh: '换密钥还差的事项', en: 'Cases left for the key rotation' },
    todo: {
      zh: '定时运行每分钟换 500 件。换完之前不要从密钥环里拿掉旧密钥。',
      en: 'The timer does 500 a minute. Keep the old key in the ring until it is done.',
    },
  },
  words: {
    label: { zh: '还没编入搜索的事项', en: 'Cases not yet indexed for search' },
    todo: {
      zh: '定时运行会补上, 新的先补。只多不少, 就看日志里有没有错误。',
      en: 'The timer catches up, newest first. If it only grows see the logs for errors.',
    },
  },
} as const satisfies Record<string, { label: Words; todo: Words }>;
export type FigureId = keyof typeof watchFigures;

export const watchWords = {
  title: { zh: '系统状况', en: 'System health' },
  text: { zh: '消息、备份、定时任务、限额是否正常', en: 'Messages, backups, timers and caps' },
  allGood: { zh: '都好。', en: 'All is well.' },
  summary: { zh: '{act} 项要处理, {watch} 项要注意。', en: '{act} to act on, {watch} to watch.' },
  readAt: { zh: '{at} 读取。刷新本页再读一次。', en: 'Read at {at}. Reload to read again.' },
  figure: { zh: '项目', en: 'Figure' },
  value: { zh: '现在', en: 'Now' },
  level: { zh: '状况', en: 'Level' },
  limits: { zh: '界限', en: 'Limits' },
  fromWatch: { zh: '到 {watch} 注意', en: 'Watch from {watch}' },
  fromAct: { zh: '到 {act} 要处理', en: 'Act from {act}' },
  fromBoth: { zh: '到 {watch} 注意, 到 {act} 要处理', en: 'Watch from {watch}, act from {act}' },
  fromSteps: { zh: '{steps} 各报警一次, 到 {act} 要处理', en: 'An alarm at {steps} each; act from {act}' },
  noLimit: { zh: '只供参考', en: 'For information' },
  todo: { zh: '怎么办', en: 'What to do' },
  nothing: { zh: '没有', en: 'None' },
  never: { zh: '从来没有', en: 'Never' },
  ago: { zh: '{time}前', en: '{time} ago' },
  atMost: { zh: '{n} 以上', en: '{n} or more' },
  seconds: { zh: '{n} 秒', en: '{n} s' },
  minutes: { zh: '{n} 分钟', en: '{n} min' },
  hours: { zh: '{n} 小时', en: '{n} h' },
  days: { zh: '{n} 天', en: '{n} days' },
} as const satisfies Record<string, Words>;
