import type { Words } from '../lib/words.ts';

/** What the script of the pages says; both languages travel in it, so this stays short. */
export const browserWords = {
  counter: { zh: '第 {n} 步, 共 {of} 步', en: 'Step {n} of {of}' },
  next: { zh: '下一步', en: 'Next' },
  back: { zh: '上一步', en: 'Back' },
  change: { zh: '修改', en: 'Change' },
  empty: { zh: '没有填写', en: 'Left empty' },
  unpicked: { zh: '没有选', en: 'Not chosen' },
  ticked: { zh: '已勾选', en: 'Ticked' },
  wrong: { zh: '错误', en: 'Error' },
  left: { zh: '还可以写 {n} 个字', en: '{n} characters left' },
  over: { zh: '多了 {n} 个字, 请删短一些', en: '{n} characters too many' },
  sending: { zh: '正在提交…', en: 'Sending…' },
  retrying: {
    zh: '网络不稳, 内容已保存在本机, 正在重试',
    en: 'Weak network. What you wrote is kept on this phone; trying again',
  },
  givenUp: {
    zh: '还没有连上网络。内容还在本机, 请过一会儿再按提交',
    en: 'Still no network. What you wrote is kept on this phone; please press send again later',
  },
  noEstimate: {
    zh: '网络不稳, 没有测算成。请再按一次',
    en: 'Weak network, no estimate. Please press again',
  },
  copied: { zh: '已复制', en: 'Copied' },
  copyFailed: { zh: '没有复制成, 请截图或抄下来', en: 'Not copied. Please take a screenshot or write it down' },
} satisfies Record<string, Words>;
