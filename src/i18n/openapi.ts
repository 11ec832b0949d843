import type { Words } from '../lib/words.ts';

/** What holds for every path, one thing a line. */
export const conventions: readonly Words[] = [
  { zh: 'UTF-8 JSON; 每个 GET 都可用 HEAD。', en: 'UTF-8 JSON; every GET answers HEAD.' },
  {
    zh: '时间为 RFC 3339, +08:00; 日期为北京时间 YYYY-MM-DD。',
    en: 'Times RFC 3339 with +08:00; dates YYYY-MM-DD in Asia/Shanghai.',
  },
  { zh: '金额为整数分, 名字以 Fen 结尾。', en: 'Money in integer fen; the names end in Fen.' },
  { zh: '文字按 NFC 保存, 长度按码点计。', en: 'Text is kept in NFC; lengths count code points.' },
  { zh: '未知的键一律拒绝。', en: 'Unknown keys are refused.' },
  { zh: 'Accept-Language: en 得到英文提示, 否则为中文。', en: 'Accept-Language: en gives English, else Chinese.' },
  {
    zh: '字段之间的规则 (如手机和邮箱至少填一样) 不在 JSON Schema 里; 违反时同样答复 422 和 path。',
    en: 'Rules between fields (phone or e-mail, at least one) are not in the JSON Schema; breaking one is the same 422 with its path.',
  },
];

/** Words of the published interface and of the page that shows it. */
export const openApiWords = {
  title: { zh: '民意接口说明', en: 'Minyi API' },
  lead: {
    zh: '县网站、小程序和别的系统用这些接口提交、查询和读取。',
    en: 'What county sites, mini-programs and other systems build on.',
  },
  submitting: { zh: '提交', en: 'Submitting' },
  lookingUp: { zh: '查询', en: 'Looking up' },
  reading: { zh: '读取', en: 'Reading' },
  running: { zh: '公钥与运行状态', en: 'Keys and health' },
  submitDetails: {
    zh: '浏览器附上验证题的答案 (challenge), 合作方改用密钥。同一个 Idempotency-Key 和同样的内容得到同一份答复。只有可选清单因站点不同: 见 GET /api/v1/{site}/forms/{kind}。',
    en: 'A browser sends the solution of a challenge, a partner its key instead. The same Idempotency-Key with the same body gives the first answer again. Lists to choose from differ by site: see GET /api/v1/{site}/forms/{kind}.',
  },
  spooled: {
    zh: '已收下: 数据库暂时连不上, 回执有效, 连上后自动入库; state 为 spooled',
    en: 'Accepted while the database cannot be reached: the receipt is real and filing follows; state is spooled',
  },
  accepted: { zh: '已收到; Location 是查询页', en: 'Received; Location is the status page' },
  challenge: { zh: '取一道验证题', en: 'Get a challenge' },
  challengeDetails: {
    zh: 'ALTCHA 工作量证明, 10 分钟内用一次。答案是 { challenge, solution } 的 JSON 再做 base64。',
    en: 'An ALTCHA proof of work, good once within 10 minutes. The solution is base64 of the JSON { challenge, solution }.',
  },
  lookUp: { zh: '凭编号和查询码查询', en: 'Look a case up' },
  lookUpDetails: {
    zh: '大小写、空格、横线、全角都不要紧。编号不对和查询码不对, 答复一样; 15 分钟内错 5 次后要等。',
    en: 'Case, blanks, dashes and full width do not matter. A wrong number and a wrong code answer alike; after five wrong tries in 15 minutes one has to wait.',
  },
  newCode: { zh: '重新获取查询码', en: 'Ask for a new code' },
  newCodeDetails: {
    zh: '不论编号是否存在, 答复都一样。新查询码发到留下的手机或邮箱, 每件每天一次。短信码自动停发时答 codes.paused, 也与编号无关。',
    en: 'The answer is the same whether or not the number exists. The code goes to the phone or e-mail on file, once a day per case. While codes are paused the answer is codes.paused, again whatever the number.',
  },
  newCodeAccepted: { zh: '已收到请求', en: 'Asked' },
  act: { zh: '提交人办理: 如撤回承诺、评价答复', en: 'Act as the sender: withdraw a pledge, rate an answer' },
  actDetails: {
    zh: '可以办什么, 见查询结果的 actions; 要填什么, 见其中的 asks, 放在 answers 里。',
    en: 'What can be done stands in `actions` of the look-up; what it wants to know, in their `asks`, goes into `answers`.',
  },
  acted: { zh: '已办好, 附新的状态', en: 'Done; the new state' },
  found: { zh: '结果', en: 'The result' },
  site: { zh: '站点: 开放的表单和主题', en: 'A site: open forms and topics' },
  stations: { zh: '全部联络站', en: 'All stations' },
  station: { zh: '一个联络站', en: 'One station' },
  form: { zh: '一个表单的问题和 JSON Schema', en: 'The questions of a form, with JSON Schema' },
  formDetails: {
    zh: '问题随草案、补助或活动而不同的, 用 ?measure=、?draft=、?campaign= 指定。不指定时 fields 是本站点第一个 (subject 写明), schema 用 oneOf 列出每一个。',
    en: 'Where questions follow from the draft, measure or campaign, name it by ?measure=, ?draft= or ?campaign=. Otherwise `fields` are those of the first (see `subject`) and `schema` is a oneOf of each.',
  },
  drafts: { zh: '公开征求意见的草案', en: 'Drafts laid open' },
  draft: { zh: '一个草案, 逐条', en: 'One draft, article by article' },
  measures: { zh: '补助项目', en: 'Subsidy measures' },
  measure: { zh: '一项补助: 条件、标准、待定', en: 'One measure: facts, amount, what is open' },
  campaigns: { zh: '承诺活动', en: 'Pledge campaigns' },
  eligibility: { zh: '测算能否享受补助', en: 'Work out eligibility' },
  eligibilityDetails: {
    zh: '不保存任何内容。没写的条件算不知道, 列在 missing 里。这是测算, 不是批准。',
    en: 'Nothing is stored. Facts left out are unknown and stand in `missing`. An estimate, not an approval.',
  },
  keys: { zh: '核验指纹的公钥', en: 'Public keys for fingerprints' },
  healthz: { zh: '程序在运行', en: 'The program runs' },
  readyz: { zh: '程序和数据库都可用', en: 'The program reaches its database' },
  alive: { zh: '在运行', en: 'Alive' },
  ready: { zh: '可用', en: 'Ready' },
  notReady: { zh: '数据库不可用', en: 'The database is gone' },
  refused: { zh: '未受理: {titles}', en: 'Refused: {titles}' },
  differs: {
    zh: '可选值因站点不同, 见 GET /api/v1/{site}/forms/{kind}',
    en: 'values differ by site, see GET /api/v1/{site}/forms/{kind}',
  },
  siteParameter: { zh: '站点', en: 'the site' },
  idParameter: { zh: '清单里的 id', en: 'an id of the list' },
  kindParameter: { zh: '表单种类', en: 'the form kind' },
  actionParameter: { zh: '查询结果 actions 里的 id', en: 'an id of `actions`' },
  subjectParameter: { zh: '说的是哪一个', en: 'which one is meant' },
  keyParameter: {
    zh: '重复提交标识, 建议每次提交都带上, 至少保留 24 小时',
    en: 'recommended on each submission; kept at least 24 hours',
  },
  languageParameter: { zh: 'en 为英文, 否则为中文', en: 'en for English, else Chinese' },
  locationHeader: { zh: '查询页', en: 'the status page' },
  replayedHeader: { zh: '这是以前的答复', en: 'this is the first answer again' },
  retryHeader: { zh: '几秒后再试', en: 'seconds to wait' },
  allowHeader: { zh: '可用的方法', en: 'methods that may be used' },
  partnerKey: {
    zh: '合作方密钥, 由站点管理员发给, 以 mk_ 开头; 代替验证题',
    en: 'A partner key (mk_…), made by an administrator of the site; takes the place of a challenge',
  },
  // The page.
  contents: { zh: '目录', en: 'Contents' },
  download: { zh: '下载 OpenAPI 3.1 文件', en: 'Download the OpenAPI 3.1 document' },
  parameters: { zh: '参数', en: 'Parameters' },
  requestBody: { zh: '正文', en: 'Body' },
  answers: { zh: '答复', en: 'Answers' },
  example: { zh: '例子', en: 'Example' },
  required: { zh: '必填', en: 'required' },
  anyOf: { zh: '下列之一', en: 'one of' },
  errors: { zh: '错误代码', en: 'Error codes' },
  errorsLead: {
    zh: '错误用 application/problem+json (RFC 9457) 答复。按这个次序检查: 站点、表单、密钥、类型、大小、JSON、重复提交、各项内容、验证、期限、次数。',
    en: 'Errors are application/problem+json (RFC 9457). Checked in this order: site, form, key, type, size, JSON, replay, fields, challenge, window, limits.',
  },
  shapes: { zh: '答复的结构', en: 'Shapes of answers' },
} satisfies Record<string, Words>;
