import type { Words } from '../lib/words.ts';

/** What a caller or resident reads for each error code: a title and a sentence that says what to do. */
export const errorWords = {
  'body.malformed': {
    title: { zh: '内容无法读取', en: 'The content cannot be read' },
    detail: {
      zh: '提交的内容不是有效的 JSON 对象, 或表单不完整。请检查后重发。',
      en: 'The body is not a valid JSON object or form. Please check and send again.',
    },
  },
  'body.too-large': {
    title: { zh: '内容太大', en: 'The content is too large' },
    detail: {
      zh: '提交的内容超过了大小限制。请缩短后再提交。',
      en: 'The body is above the size limit. Please shorten it and send again.',
    },
  },
  'body.type': {
    title: { zh: '内容格式不支持', en: 'The content type is not supported' },
    detail: { zh: '请用 application/json 提交。', en: 'Please send application/json.' },
  },
  'idempotency.key-invalid': {
    title: { zh: '重复提交标识无效', en: 'The idempotency key is invalid' },
    detail: {
      zh: 'Idempotency-Key 应为 1 到 255 个可见的 ASCII 字符。',
      en: 'Idempotency-Key must be 1 to 255 visible ASCII characters.',
    },
  },
  'idempotency.in-progress': {
    title: { zh: '上一次提交还在处理', en: 'The first submission is still under way' },
    detail: {
      zh: '同样的内容正在处理, 请稍等片刻再试。',
      en: 'The same submission is being processed. Please try again in a moment.',
    },
  },
  'idempotency.mismatch': {
    title: { zh: '内容与上一次不同', en: 'The content differs from the first submission' },
    detail: {
      zh: '这一份已经提交过, 现在的内容与当时不同。要作为新的一份提交, 请再点一次提交 (接口请换一个 Idempotency-Key)。',
      en: 'This was sent before, with other content. To send it as a new one press send once more (programs: use a new Idempotency-Key).',
    },
  },
  'key.invalid': {
    title: { zh: '密钥无效', en: 'The key is invalid' },
    detail: {
      zh: '合作方密钥不存在、已停用或不属于本站点。',
      en: 'The partner key is unknown, revoked or of another site.',
    },
  },
  'origin.refused': {
    title: { zh: '来源网站未登记', en: 'The origin is not listed' },
    detail: {
      zh: '这个网站没有登记, 不能代为提交。请联系本站点登记网站地址。',
      en: 'This web site is not listed and cannot submit here. Please ask the county to list it.',
    },
  },
  'site.unknown': {
    title: { zh: '没有这个站点', en: 'No such site' },
    detail: { zh: '请检查网址里的站点名称。', en: 'Please check the site name in the address.' },
  },
  'form.closed': {
    title: { zh: '本站点没有开放这个表单', en: 'This form is not open here' },
    detail: {
      zh: '请回到本站点首页, 看看开放了哪些事项。',
      en: 'Please go back to the start page and see what is open.',
    },
  },
  'draft.unknown': {
    title: { zh: '没有这个草案', en: 'No such draft' },
    detail: { zh: '请从草案列表中选择。', en: 'Please choose from the list of drafts.' },
  },
  'measure.unknown': {
    title: { zh: '没有这项补助', en: 'No such measure' },
    detail: { zh: '请从补助列表中选择。', en: 'Please choose from the list of measures.' },
  },
  'campaign.unknown': {
    title: { zh: '没有这项承诺活动', en: 'No such campaign' },
    detail: { zh: '请从承诺活动列表中选择。', en: 'Please choose from the list of campaigns.' },
  },
  'station.unknown': {
    title: { zh: '没有这个联络站', en: 'No such station' },
    detail: { zh: '请从联络站列表中选择。', en: 'Please choose from the list of stations.' },
  },
  'proposal.unknown': {
    title: { zh: '没有这件代表建议', en: 'No such suggestion' },
    detail: {
      zh: '没有这个编号, 或者还没有公开。请从代表建议列表中选择。',
      en: 'There is none with this number, or it is not published yet. Please choose from the list.',
    },
  },
  'receipt.not-found': {
    title: { zh: '没有查到', en: 'Nothing found' },
    detail: {
      zh: '编号或查询码不对。请对照回执再输一次; 查询码忘了可以重新获取。',
      en: 'The number or the code is not right. Please compare with your receipt; you can ask for a new code.',
    },
  },
  'route.unknown': {
    title: { zh: '没有这个页面', en: 'No such page' },
    detail: { zh: '请检查网址, 或从首页重新进入。', en: 'Please check the address or start from the first page.' },
  },
  'method.refused': {
    title: { zh: '不支持这种请求', en: 'Method not allowed' },
    detail: { zh: '请按接口说明使用请求方法。', en: 'Please use a method that the documentation names.' },
  },
  'case.changed': {
    title: { zh: '事项刚刚有了变化', en: 'The case has just changed' },
    detail: { zh: '请刷新后再办理。', en: 'Please reload and try again.' },
  },
  'answers.invalid': {
    title: { zh: '有些内容需要修改', en: 'Some answers need a change' },
    detail: {
      zh: '请按提示修改后再提交, 已填的内容都还在。',
      en: 'Please correct them as shown and send again; nothing you typed is lost.',
    },
  },
  'facts.invalid': {
    title: { zh: '有些情况填得不对', en: 'Some facts are not right' },
    detail: { zh: '请按提示修改。', en: 'Please correct them as shown.' },
  },
  'window.closed': {
    title: { zh: '现在不收意见', en: 'Not open for comments now' },
    detail: {
      zh: '这件草案的征求意见时间是 {opens} 至 {closes}, 现在不能提交意见。',
      en: 'The comment period of this draft is {opens} to {closes}; nothing can be sent now.',
    },
  },
  'challenge.required': {
    title: { zh: '缺少验证', en: 'A proof of work is missing' },
    detail: {
      zh: '请先获取验证题并附上答案, 或使用合作方密钥。',
      en: 'Please fetch a challenge and send its solution, or use a partner key.',
    },
  },
  'challenge.failed': {
    title: { zh: '验证没有通过', en: 'The proof of work does not hold' },
    detail: {
      zh: '验证题用过了、过期了或答案不对。请重新获取。',
      en: 'The challenge was used, is stale, or its solution is wrong. Please fetch a new one.',
    },
  },
  'rate.limited': {
    title: { zh: '操作太频繁', en: 'Too many requests' },
    detail: { zh: '请过一会儿再试。着急的话请打电话: {phone}。', en: 'Please try again later, or call {phone}.' },
  },
  'codes.paused': {
    title: { zh: '暂时不发查询码和确认码', en: 'No codes are sent for the moment' },
    detail: {
      zh: '可能有人拿别人的号码要短信, 先停一停。您提交的事项不受影响, 手里的查询码照样能用。要查询、要确认, 请打电话: {phone}。',
      en: 'Somebody may be having messages sent to other people’s numbers, so codes stop for a while. What you submitted is not affected, and the code you have still works. To ask or to confirm, please call {phone}.',
    },
  },
  'form.too-quick': {
    title: { zh: '请核对一遍再提交', en: 'Please check once more and send' },
    detail: {
      zh: '为了防止机器提交, 请看一遍所填内容, 再点一次提交。已填的内容都还在。',
      en: 'To keep machines out, please look through your answers and press send once more. Nothing is lost.',
    },
  },
  unavailable: {
    title: { zh: '系统暂时无法受理', en: 'The service is unavailable for the moment' },
    detail: {
      zh: '您的内容没有丢失, 请稍后再试, 或打电话: {phone}。',
      en: 'Please try again in a moment, or call {phone}. Nothing you typed is lost.',
    },
  },
  'server.fault': {
    title: { zh: '系统出了问题', en: 'Something went wrong' },
    detail: {
      zh: '请稍后再试。我们已经记录下来。',
      en: 'Please try again later. It has been recorded.',
    },
  },
} satisfies Record<string, { title: Words; detail: Words }>;
