import type { AnswerTemplate } from '../answer-template.ts';
import { openings } from './templates-opening.ts';

const request = { action: 'answer', only: ['request'] } as const;
const suggestion = { action: 'answer', only: ['suggestion'] } as const;

/** Opinions on requests, 信访工作条例 32: claims, facts and reasons, opinion, basis. */
const opinions: readonly AnswerTemplate[] = [
  {
    ...request,
    id: 'supported',
    label: { zh: '支持: 办好了, 或哪天办好', en: 'Supported: done, or done by' },
    fills: {
      outcome: 'supported',
      claims: '{标题}',
      facts: '{单位}于{日期}到现场看过: {查到的情况}。',
      note: '您好。您反映的事, 我们支持。{单位}{怎么办}, {日期}前办好。还有不清楚的, 请打{电话}。谢谢您告诉我们。',
      basis: '{法律或政策的名称和条款}',
    },
  },
  {
    ...request,
    id: 'supported-plates',
    label: { zh: '支持: 上门集中办理', en: 'Supported: done in the village' },
    topics: ['roads'],
    fills: {
      outcome: 'supported',
      claims: '{标题}',
      facts: '我们和{单位}一起到乡里看过: {查到的情况}。',
      note: '您好。您反映的路远的事, 我们和{单位}一起到乡里看过了。从{开始日期}起, 按片区到村里集中办理, 您所在的村安排在{日期}上午, 地点在村委会。请带身份证和购车凭证。行动不便的, 请打{电话}, 我们上门。',
      basis: '《信访工作条例》第三十二条; {上牌的规定}',
    },
  },
  {
    ...request,
    id: 'mediated',
    label: { zh: '支持: 调解达成协议', en: 'Supported: settled by mediation' },
    topics: ['neighbour'],
    fills: {
      outcome: 'supported',
      claims: '{标题}',
      facts: '{日期}, {调解组织}请两家一起到现场, 听了两家的话, {查到的情况}。',
      note: '您好。经{调解组织}调解, 两家达成协议: {协议内容}。协议一式三份, 您留一份。以后有变化, 请打{电话}。',
      basis: '《信访工作条例》第三十三条',
    },
  },
  {
    ...request,
    id: 'explained',
    label: { zh: '解释说明: 有道理, 但规定还没有', en: 'Explained: reasonable, but no rule for it yet' },
    fills: {
      outcome: 'explained',
      claims: '{标题}',
      facts: '{单位}于{日期}核对过: {查到的情况}。现行规定是: {规定内容}。',
      note: '您好。您说的有道理, 我们听明白了。按现在的规定, 这件事还不能这样办, 原因写在上面。能办的是: {能办的事}。我们已把您的意见报给{单位}。还有不清楚的, 请打{电话}。',
      basis: '{法律或政策的名称和条款}',
    },
  },
  {
    ...request,
    id: 'not-supported',
    label: { zh: '不予支持: 事实或规定不支持', en: 'Not supported: facts or rules are against it' },
    fills: {
      outcome: 'not-supported',
      claims: '{标题}',
      facts: '{单位}于{日期}核对过: {查到的情况}。这和{规定名称}要求的{条件}不一样。',
      note: '您好。您反映的事我们认真查过了, 按规定不能支持, 事实和理由写在上面。不同意的, 您可以在收到之日起 30 日内申请复查。需要人讲一讲的, 请打{电话}, 也可以到联络站来。',
      basis: '{法律或政策的名称和条款}',
    },
  },
];

/** Replies to suggestions, 29. */
const replies: readonly AnswerTemplate[] = [
  {
    ...suggestion,
    id: 'adopted',
    label: { zh: '采纳', en: 'Adopted' },
    fills: {
      outcome: 'adopted',
      note: '您好。您的建议我们采纳了: {怎么做}, 从{日期}起。谢谢您为大家想着。(《信访工作条例》第二十九条)',
    },
  },
  {
    ...suggestion,
    id: 'partly',
    label: { zh: '部分采纳', en: 'Adopted in part' },
    fills: {
      outcome: 'partly',
      note: '您好。您的建议里, {采纳的部分}我们采纳了, {日期}前做好; {没采纳的部分}现在还做不到, 因为{原因}。谢谢您。(《信访工作条例》第二十九条)',
    },
  },
  {
    ...suggestion,
    id: 'noted',
    label: { zh: '留作参考', en: 'Kept in mind' },
    fills: {
      outcome: 'noted',
      note: '您好。您的建议我们研究过了, 现在还不能做, 因为{原因}。我们记下来, {什么时候}再看。谢谢您。(《信访工作条例》第二十九条)',
    },
  },
];

/** Opinions of reviews, and what is said around a hearing, 35 and 36. */
const reviews: readonly AnswerTemplate[] = [
  {
    action: 'review',
    id: 'review',
    label: { zh: '复查意见', en: 'Opinion of the review' },
    fills: {
      facts: '{单位}重新核对过: {查到的情况}。',
      note: '您好。您的复查申请我们办完了: {维持还是改变}, 理由写在上面。不同意的, 可以在收到之日起 30 日内申请复核。',
      basis: '《信访工作条例》第三十五条; {法律或政策的名称和条款}',
    },
  },
  {
    action: 'hear',
    id: 'hearing',
    label: { zh: '听证通知', en: 'Notice of a hearing' },
    fills: {
      note: '您好。您申请复核的事, 我们定在{日期}{时间}在{地点}举行听证, 请您带上身份证和材料来说一说, 也可以请人陪同。听证期间, 复核的期限暂停。来不了的, 请提前打{电话}。(《信访工作条例》第三十六条)',
    },
  },
  {
    action: 're-review',
    id: 're-review',
    label: { zh: '复核意见', en: 'Opinion of the second review' },
    fills: {
      facts: '{单位}复核过: {查到的情况}。',
      note: '您好。您的复核申请我们办完了: {维持还是改变}, 理由写在上面。按规定, 同一事实和理由以后不再受理; 有新的事实, 仍可以提出。需要人讲一讲的, 请打{电话}。',
      basis: '《信访工作条例》第三十六条; {法律或政策的名称和条款}',
    },
  },
];

/** Texts to begin with, by action, category and topic. Neutral, plain, and never final: an officer fills and changes them. */
export const answerTemplates: readonly AnswerTemplate[] = [...openings, ...opinions, ...replies, ...reviews];
