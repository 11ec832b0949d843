import type { Words } from '../lib/words.ts';

/** Words of the export of a list. */
export const exportWords = {
  open: { zh: '导出', en: 'Export' },
  title: { zh: '导出事项', en: 'Export cases' },
  lead: {
    zh: '列表里有什么, 文件里就有什么。谁在什么时候导出了什么, 记入您账号的事件链。',
    en: 'The file holds what the list shows. Who exported what and when goes into the chain of your account.',
  },
  count: { zh: '这里有 {n} 件。', en: 'There are {n} cases here.' },
  none: { zh: '这里没有事项, 没有可以导出的。', en: 'There is no case here to export.' },
  tooMany: {
    zh: '这里超过 {most} 件, 一个文件最多 {most} 件。请先回到列表筛选, 分几次导出。',
    en: 'There are more than {most} cases, the most one file may hold. Nothing is left out in silence: narrow the list down and export in parts.',
  },
  tooManyFull: {
    zh: '显示个人信息的, 一个文件最多 {most} 件, 这里有 {n} 件。请先筛选, 或者选打码导出。',
    en: 'With personal data one file holds {most} cases at most, and here are {n}. Narrow the list down, or export it masked.',
  },
  format: { zh: '文件格式', en: 'Format' },
  csv: { zh: 'CSV (各种表格程序都能打开)', en: 'CSV (every spreadsheet opens it)' },
  xlsx: { zh: 'XLSX (Excel、WPS)', en: 'XLSX (Excel, WPS)' },
  personal: { zh: '姓名、电话、邮箱、住址', en: 'Names, phones, e-mail, addresses' },
  masked: { zh: '打码 (138****8000)', en: 'masked (138****8000)' },
  full: { zh: '显示', en: 'in full' },
  fullHint: {
    zh: '每一件都会在它的事件链里记下您看过个人信息, 改不了。',
    en: 'Each case will say in its chain, for good, that you saw its personal data.',
  },
  why: { zh: '为什么要显示 (打码导出不用选)', en: 'Why in full (not needed when masked)' },
  send: { zh: '导出文件', en: 'Export' },
  prove: {
    zh: '显示个人信息, 要在 5 分钟内确认过是您本人。请打开下面的页面确认, 再回到这里按一次。您选的都还在。',
    en: 'Personal data takes a proof no older than 5 minutes. Confirm on the page below, then press again here; your choices are kept.',
  },
  proveLink: { zh: '确认是本人 (新页面)', en: 'Confirm that it is you (new page)' },
  wrong: { zh: '请选择文件格式, 以及打码还是显示。', en: 'Choose a format, and masked or in full.' },
  noReason: { zh: '显示个人信息, 请选一个理由。', en: 'Choose a reason for personal data in full.' },
  looked: { zh: '导出了个人信息: {why}', en: 'Exported personal data: {why}' },
  back: { zh: '回到列表', en: 'Back to the list' },
} satisfies Record<string, Words>;

/** What stands above each column of an exported file. */
export const columnWords = {
  receipt: { zh: '编号', en: 'Number' },
  kind: { zh: '种类', en: 'Kind' },
  state: { zh: '状态', en: 'State' },
  topic: { zh: '主题', en: 'Topic' },
  title: { zh: '标题', en: 'Title' },
  station: { zh: '联络站', en: 'Station' },
  holder: { zh: '承办', en: 'With' },
  submitted: { zh: '提交时间', en: 'Sent' },
  due: { zh: '到期日', en: 'Due' },
  left: { zh: '期限', en: 'Left' },
  name: { zh: '姓名', en: 'Name' },
  phone: { zh: '电话', en: 'Phone' },
  email: { zh: '邮箱', en: 'E-mail' },
  address: { zh: '住址', en: 'Address' },
  text: { zh: '内容', en: 'Text' },
} satisfies Record<string, Words>;

/** Why a list leaves in full; the code is kept in the chains. */
export const exportReasons = {
  calls: { zh: '逐件打电话联系来信人', en: 'to call the senders one by one' },
  visits: { zh: '安排上门或现场办理', en: 'to plan visits' },
  letters: { zh: '寄送书面答复', en: 'to send written answers' },
  inspection: { zh: '依法调阅、检查', en: 'for an inspection under the law' },
} satisfies Record<string, Words>;
export type ExportReason = keyof typeof exportReasons;
export const isExportReason = (text: string): text is ExportReason => Object.hasOwn(exportReasons, text);
