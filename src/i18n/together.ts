import type { Words } from '../lib/words.ts';

/** Words of picking lines of a list. */
export const pickWords = {
  pick: { zh: '选上「{title}」', en: 'Pick “{title}”' },
  bar: { zh: '一起办理', en: 'Work on several together' },
  how: {
    zh: '在每行前面打勾, 再选要做什么; 下一步可以核对。',
    en: 'Tick the lines you mean, then choose what to do; you can check it in the next step.',
  },
  count: { zh: '已选 {count} 件', en: '{count} picked' },
  all: { zh: '全选本页', en: 'Pick all on this page' },
  none: { zh: '全不选', en: 'Pick none' },
  key: {
    zh: '选上这一条, 或者取消 (在方框上按空格也可以)',
    en: 'pick this line, or not (so does the space bar on its box)',
  },
  keyOn: { zh: '到选上以后的按钮', en: 'go to the buttons for what is picked' },
} satisfies Record<string, Words>;

/** Words of taking one action in the cases picked: what it asks, what it will do, and what came of it. */
export const togetherWords = {
  title: { zh: '{action} {count} 件', en: '{action}: {count} cases' },
  titleNone: { zh: '{action}: 选上的都做不了', en: '{action}: possible in none of those picked' },
  sureTitle: { zh: '请核对: {action} {count} 件', en: 'Please check: {action}, {count} cases' },
  nonePicked: { zh: '还没有选事项', en: 'No case is picked yet' },
  nonePickedHow: { zh: '请回到列表, 在每行前面打勾。', en: 'Go back to the list and tick the lines you mean.' },
  tooMany: {
    zh: '一次最多 {most} 件, 这里只有前 {most} 件。',
    en: 'At most {most} at once; here are the first {most}.',
  },
  lead: {
    zh: '每件单独办理、单独留痕; 一件做不了, 不影响别的。',
    en: 'Each case goes its own way and keeps its own record; one that cannot be done stops no other.',
  },
  asked: { zh: '填一次, 每件都用', en: 'Typed once, used for each' },
  check: { zh: '下一步: 核对', en: 'Next: check' },
  filled: { zh: '您填的', en: 'What you typed' },
  nothingFilled: { zh: '没有填话。', en: 'No words were typed.' },
  can: { zh: '会办的 {count} 件', en: 'Will be done: {count}' },
  cannot: { zh: '做不了的 {count} 件, 不会动', en: 'Not possible: {count}; they stay as they are' },
  becomes: { zh: '{from} → {to}', en: '{from} → {to}' },
  stays: { zh: '还是「{state}」', en: 'Stays “{state}”' },
  due: { zh: '到期日 {date}', en: 'due {date}' },
  noDue: { zh: '不再有到期日', en: 'no longer due at any date' },
  joined: { zh: '同一件事的另外 {count} 件一起办', en: 'with {count} more on the same matter' },
  unsaid: { zh: '这一件不用「{label}」', en: '“{label}” is not used in this one' },
  sure: { zh: '{action} {count} 件', en: '{action}: {count} cases' },
  change: { zh: '改一改', en: 'Change what I typed' },
  back: { zh: '回到列表', en: 'Back to the list' },
  doneTitle: { zh: '{action}: 办好 {went} 件, 没有办 {rest} 件', en: '{action}: {went} done, {rest} not done' },
  allDone: { zh: '{action}: {went} 件都办好了', en: '{action}: all {went} done' },
  doneBefore: { zh: '{action}: {before} 件先前已经办好', en: '{action}: all {before} were done before' },
  doneOnce: {
    zh: '已经办完。刷新或者返回本页都不会再办一次。',
    en: 'This is done. Reloading this page, or coming back to it, does nothing again.',
  },
  went: { zh: '办好的 {count} 件', en: '{count} done' },
  before: {
    zh: '同一张表先前已办好的 {count} 件, 没有再办',
    en: '{count} done before by the same form, and not again',
  },
  rest: { zh: '没有办的 {count} 件', en: '{count} not done' },
  gone: { zh: '有 {count} 件没有找到, 或者不归您看。', en: '{count} are not there, or not for you to see.' },
  expired: {
    zh: '这张结果已经过期。办过的都在各件的经过里。',
    en: 'This report has expired. What was done stands in the history of each case.',
  },
} satisfies Record<string, Words>;

/** Why an action was not taken in one case, or will not be; `{state}` is where the case stands now. */
export const hindranceWords = {
  already: { zh: '这一步您已经办过, 没有再办一次。', en: 'You have taken this step already; it was not taken again.' },
  changed: {
    zh: '您选上以后, 别人先办了一步, 现在是「{state}」。请先打开看一看。',
    en: 'Somebody was quicker after you picked it; it is “{state}” now. Please open it first.',
  },
  follows: {
    zh: '它和另一件是同一件事, 跟着那一件办, 不单独办。',
    en: 'It is on the same matter as another case, and follows that one.',
  },
  'no-such-step': { zh: '这一类没有这一步。', en: 'Cases of this kind have no such step.' },
  impossible: { zh: '现在是「{state}」, 这一步做不了。', en: 'It is “{state}”, where this is not possible.' },
  'not-yours': { zh: '现在是「{state}」, 这一步不归您办。', en: 'It is “{state}”, where this is for others to take.' },
  unanswered: {
    zh: '数据库没有应答。请打开看一看, 没有办就再办一次。',
    en: 'The database did not answer. Please open it, and take the step again if it was not taken.',
  },
  failed: { zh: '这一件没有办成, 请单独打开办理。', en: 'It could not be done; please open it by itself.' },
} satisfies Record<string, Words>;
