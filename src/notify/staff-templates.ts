import type { Template } from './templates.ts';

const define = <const T extends Template>(template: T): T => template;

/**
 * Messages to those who work here: numbers, dates, counts and where to look; never what a case is about. A message on a
 * 检举控告 names no number either (`-quiet`). Only e-mail carries the link: no supplier takes one in an SMS (domain.md §0.3).
 */
export const staffTemplates = {
  'staff-code': define({
    id: 'staff-code',
    when: { zh: '工作人员要确认自己的邮箱或手机', en: 'A member of staff confirms an address' },
    awaited: true,
    params: ['code'],
    sms: {
      zh: '您的确认码{code},15分钟内在工作台填写有效。不是您本人操作请不要理会。',
      en: 'Your code is {code}. Enter it in the console within 15 minutes. If you did not ask for it, ignore this message.',
    },
    email: {
      subject: { zh: '请确认您的工作邮箱', en: 'Please confirm your work e-mail' },
      text: {
        zh: '您好。\n\n您的确认码: {code}\n\n15 分钟内在工作台填写有效。确认以后, 工作提醒才会发到这里。不是您本人操作请不要理会。',
        en: 'Hello,\n\nYour code: {code}\n\nEnter it in the console within 15 minutes. Only then are reminders sent here. If you did not ask for it, ignore this message.',
      },
    },
  }),
  'staff-notice': define({
    id: 'staff-notice',
    when: { zh: '工作提醒: 新到、将到期、逾期', en: 'Reminder to staff: new, due, overdue' },
    params: ['new', 'due', 'overdue', 'number'],
    sms: {
      zh: '工作提醒:新到{new}件、将到期{due}件、已逾期{overdue}件,请先看{number},登录工作台办理。',
      en: 'Work: {new} new, {due} due soon, {overdue} overdue. Begin with {number}. Please open the console.',
    },
    email: {
      params: ['list', 'link'],
      subject: {
        zh: '工作提醒: 新到 {new} 件, 将到期 {due} 件, 已逾期 {overdue} 件',
        en: 'Work: {new} new, {due} due soon, {overdue} overdue',
      },
      text: {
        zh: '您好。\n\n新到 {new} 件, 将到期 {due} 件, 已逾期 {overdue} 件。请先看 {number}。\n\n{list}\n\n请登录工作台办理:\n{link}',
        en: 'Hello,\n\n{new} new, {due} due soon, {overdue} overdue. Begin with {number}.\n\n{list}\n\nPlease open the console:\n{link}',
      },
    },
  }),
  'staff-notice-quiet': define({
    id: 'staff-notice-quiet',
    when: { zh: '工作提醒, 不提编号', en: 'The same, naming no number' },
    params: ['new', 'due', 'overdue'],
    sms: {
      zh: '工作提醒:新到{new}件、将到期{due}件、已逾期{overdue}件,请登录工作台办理。',
      en: 'Work: {new} new, {due} due soon, {overdue} overdue. Please open the console.',
    },
    email: {
      params: ['link'],
      subject: {
        zh: '工作提醒: 新到 {new} 件, 将到期 {due} 件, 已逾期 {overdue} 件',
        en: 'Work: {new} new, {due} due soon, {overdue} overdue',
      },
      text: {
        zh: '您好。\n\n新到 {new} 件, 将到期 {due} 件, 已逾期 {overdue} 件。\n\n请登录工作台办理:\n{link}',
        en: 'Hello,\n\n{new} new, {due} due soon, {overdue} overdue.\n\nPlease open the console:\n{link}',
      },
    },
  }),
  'staff-urgent': define({
    id: 'staff-urgent',
    when: { zh: '有急件', en: 'Something is urgent' },
    params: ['count', 'number'],
    sms: {
      zh: '急件提醒:{number}等{count}件要马上看,请登录工作台。',
      en: 'Urgent: {count} to look at now, beginning with {number}. Please open the console.',
    },
    email: {
      params: ['list', 'link'],
      subject: { zh: '急件提醒: {count} 件要马上看', en: 'Urgent: {count} to look at now' },
      text: {
        zh: '您好。\n\n有 {count} 件急件要马上看, 请先看 {number}。\n\n{list}\n\n请登录工作台:\n{link}',
        en: 'Hello,\n\n{count} to look at now, beginning with {number}.\n\n{list}\n\nPlease open the console:\n{link}',
      },
    },
  }),
  'staff-urgent-quiet': define({
    id: 'staff-urgent-quiet',
    when: { zh: '有急件, 不提编号', en: 'Something is urgent; names no number' },
    params: ['count'],
    sms: {
      zh: '急件提醒:有{count}件要马上看,请登录工作台。',
      en: 'Urgent: {count} to look at now. Please open the console.',
    },
    email: {
      params: ['link'],
      subject: { zh: '急件提醒: {count} 件要马上看', en: 'Urgent: {count} to look at now' },
      text: {
        zh: '您好。\n\n有 {count} 件急件要马上看。\n\n请登录工作台:\n{link}',
        en: 'Hello,\n\n{count} to look at now.\n\nPlease open the console:\n{link}',
      },
    },
  }),
  'staff-digest': define({
    id: 'staff-digest',
    when: { zh: '每日工作汇总', en: 'Daily digest to staff' },
    params: ['new', 'today', 'overdue', 'waiting'],
    sms: {
      zh: '今日工作:新件{new}件、今日到期{today}件、逾期{overdue}件、等别人的{waiting}件,请登录工作台查看。',
      en: 'Today: {new} new, {today} due today, {overdue} overdue, {waiting} waiting for others. Please open the console.',
    },
    email: {
      params: ['link'],
      subject: {
        zh: '今日工作: 新件 {new}, 今日到期 {today}, 逾期 {overdue}',
        en: 'Today: {new} new, {today} due today, {overdue} overdue',
      },
      text: {
        zh: '您好。\n\n新件: {new}\n今日到期: {today}\n逾期: {overdue}\n等别人的: {waiting}\n\n请登录工作台查看:\n{link}',
        en: 'Hello,\n\nNew: {new}\nDue today: {today}\nOverdue: {overdue}\nWaiting for others: {waiting}\n\nPlease open the console:\n{link}',
      },
    },
  }),
  'staff-alarm': define({
    id: 'staff-alarm',
    when: { zh: '系统告警', en: 'An alarm of the system' },
    params: ['count'],
    sms: {
      zh: '系统告警:{count}项要处理,请登录工作台看系统状况。',
      en: 'System: {count} to act on. Please open the health page of the console.',
    },
    email: {
      params: ['figures', 'link'],
      subject: { zh: '系统告警: {count} 项要处理', en: 'System: {count} to act on' },
      text: {
        zh: '您好。\n\n下面 {count} 项要处理:\n\n{figures}\n\n怎么办, 见工作台的系统状况:\n{link}',
        en: 'Hello,\n\n{count} to act on:\n\n{figures}\n\nWhat to do stands on the health page of the console:\n{link}',
      },
    },
  }),
  'staff-clear': define({
    id: 'staff-clear',
    when: { zh: '系统告警解除', en: 'An alarm is over' },
    params: ['count'],
    sms: {
      zh: '系统告警解除:{count}项已恢复正常。',
      en: 'System: {count} well again.',
    },
    email: {
      params: ['figures', 'link'],
      subject: { zh: '系统告警解除: {count} 项已恢复正常', en: 'System: {count} well again' },
      text: {
        zh: '您好。\n\n下面 {count} 项已恢复正常:\n\n{figures}\n\n现在的情况, 见工作台的系统状况:\n{link}',
        en: 'Hello,\n\n{count} well again:\n\n{figures}\n\nHow the system is now stands on the health page of the console:\n{link}',
      },
    },
  }),
} as const;
