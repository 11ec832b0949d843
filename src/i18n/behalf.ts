import type { Words } from '../lib/words.ts';

/** How staff and the person they file for came together; the code stands in the chain. */
export const manners = {
  'in-person': { zh: '当面', en: 'in person' },
  phone: { zh: '电话', en: 'by telephone' },
  visit: { zh: '上门', en: 'at their home' },
} satisfies Record<string, Words>;
export type Manner = keyof typeof manners;

/** How a second member of staff knows that it is so; the code stands in the chain. */
export const witnessings = {
  present: { zh: '代填时我在场, 听到本人说的', en: 'I was there and heard the person say so' },
  called: { zh: '我自己打电话向本人核实过', en: 'I called the person myself' },
  visited: { zh: '我自己上门向本人核实过', en: 'I visited the person myself' },
} satisfies Record<string, Words>;
export type Witnessing = keyof typeof witnessings;

/** Words of filing for somebody else, of confirming it and of witnessing it. */
export const behalfWords = {
  file: { zh: '代填', en: 'File for somebody' },
  fileText: { zh: '替不方便上网的居民填写', en: 'For residents who cannot use the web' },
  fileTitle: { zh: '代填: 要填哪一样?', en: 'File for somebody: which form?' },
  fileLead: {
    zh: '和居民自己填的是同一张表。本人说什么, 就写什么。',
    en: 'The same form as the resident’s own. Write down what the person says.',
  },
  noForms: { zh: '本站现在没有可以代填的表。', en: 'There is no form to file at present.' },
  formTitle: { zh: '代填: {form}', en: 'For somebody else: {form}' },
  formLead: {
    zh: '表里的「您」, 是您替他填的那个人, 不是您自己。如实记录, 不替本人改主意。',
    en: '“You” in this form is the person you write for. Record faithfully and change nothing.',
  },
  goesTo: { zh: '交给{station}办理。', en: 'Goes to {station}.' },
  mannerStep: { zh: '怎么代填的', en: 'How you file this' },
  manner: { zh: '本人现在在哪里?', en: 'Where is the person now?' },
  mannerHint: { zh: '记入本件的事件链。', en: 'Written into the chain of the case.' },
  agreedStep: { zh: '念给本人听', en: 'Read this to the person' },
  agreed: {
    zh: '上面的话我已念给本人听, 填的内容也念过一遍, 本人同意',
    en: 'I have read this and the answers to the person, who agrees',
  },
  agreedWrong: {
    zh: '请先把上面的话念给本人听。本人同意了, 再勾选。本人不同意, 就不能代填。',
    en: 'Read it to the person first and tick once they agree. Without it nothing can be filed.',
  },
  send: { zh: '代为提交', en: 'File it' },
  follows: {
    zh: '提交后打印回执, 当面交给本人。查询码只显示这一次。',
    en: 'Then print the receipt and hand it over. The query code is shown this once.',
  },

  filed: { zh: '我代填的', en: 'Filed by me' },
  filedText: { zh: '代填过的事项, 补本人确认', en: 'What you filed, and what is still to be confirmed' },
  filedLead: {
    zh: '只列您自己代填的。姓名、电话打码; 查询码在这里看不到。',
    en: 'Only what you filed yourself, masked. Query codes cannot be seen here.',
  },
  noneFiled: { zh: '您还没有代填过。', en: 'You have filed nothing yet.' },
  filedAt: { zh: '{at} {manner}代填', en: 'filed {manner}, {at}' },
  toList: { zh: '我代填的', en: 'Filed by me' },
  another: { zh: '再代填一件', en: 'File another' },

  paperTitle: { zh: '已提交, 请打印回执交给本人', en: 'Filed. Print the receipt and hand it over' },
  paperLead: {
    zh: '不能打印的, 请把编号和查询码抄给本人。查询码只显示这一次, 离开本页就看不到了; 有手机的, 短信也发到本人手机。',
    en: 'Where you cannot print, write number and code down for the person. The code is shown this once; a mobile phone gets it by text message, too.',
  },
  filedBy: { zh: '由工作人员代填: {name}({manner})', en: 'Filed by staff: {name} ({manner})' },

  unconfirmed: { zh: '未确认', en: 'not confirmed' },
  unconfirmedText: {
    zh: '代填, 还没有本人确认或第二人见证。期限照常计算。',
    en: 'Filed for somebody, not yet confirmed or witnessed. Its clock runs all the same.',
  },
  overdue: { zh: '超过 {days} 天没有确认', en: 'not confirmed for more than {days} days' },
  settled: { zh: '已确认', en: 'confirmed' },

  confirmTitle: { zh: '请本人确认', en: 'Let the person confirm' },
  confirmHow: {
    zh: '确认码已发到本人手机。请本人念给您, 填在这里; 本人也可以自己在 {address} 填写。',
    en: 'A code went to the person’s phone. Type it here as read out; or the person types it at {address}.',
  },
  code: { zh: '确认码', en: 'Confirmation code' },
  codeHint: { zh: '6 位数字, 和查询码不是同一个。', en: 'Six digits; not the query code.' },
  confirm: { zh: '确认', en: 'Confirm' },
  codeWrong: {
    zh: '确认码不对。请本人再念一遍短信里的确认码。',
    en: 'The code is not right. Let the person read it out again.',
  },
  tooMany: {
    zh: '试的次数太多, 请 15 分钟以后再试, 或者请一名同事见证。',
    en: 'Too many tries. Wait 15 minutes, or let a colleague witness.',
  },
  needsWitness: {
    zh: '本人没有能收短信的手机。请一名同事用自己的账号登录, 在「待见证」里见证。您自己不能给自己见证。',
    en: 'No text message can reach the person. Let a colleague witness with their own sign-in; you cannot do it yourself.',
  },

  waiting: { zh: '待见证', en: 'To witness' },
  waitingText: { zh: '同事代填、本人还没有确认的', en: 'Filed by colleagues, not yet confirmed' },
  waitingLead: {
    zh: '同事代填、本人还没有确认的。您在场, 或者已向本人核实过, 就请见证。',
    en: 'Filed by colleagues and not yet confirmed. Witness what you heard or have checked with the person.',
  },
  nothingWaits: { zh: '没有要见证的。', en: 'Nothing to witness.' },
  byPhone: { zh: '等本人手机确认', en: 'waits for the person’s phone' },
  byWitness: { zh: '本人没有手机, 等见证', en: 'no mobile phone: waits for a witness' },
  filer: { zh: '代填人 {name}', en: 'filed by {name}' },
  witnessTitle: { zh: '见证: {title}', en: 'Witness: {title}' },
  witnessHow: { zh: '您怎么知道确有其事?', en: 'How do you know?' },
  witnessSure: {
    zh: '您的姓名和见证方式记入本件的事件链, 改不了。电话要看全的, 先到本件里说明理由。',
    en: 'Your name and how you know go into the chain for good. To see the phone in full, give a reason in the case.',
  },
  witness: { zh: '见证', en: 'I witness it' },
  notYours: {
    zh: '这件是您自己代填的, 要由其他工作人员见证。',
    en: 'You filed this yourself; another member of staff must witness it.',
  },
  already: { zh: '这件已经确认过了。', en: 'It has been confirmed already.' },
  openCase: { zh: '打开本件', en: 'Open the case' },

  publicTitle: { zh: '确认代填', en: 'Confirm what was filed for you' },
  publicLead: {
    zh: '工作人员替您填写的事, 请您确认是您的意思。',
    en: 'Staff filed something for you: please confirm that you wanted it.',
  },
  publicCodeHint: { zh: '短信里的 6 位确认码, 不是查询码。', en: 'The six digits of the message; not the query code.' },
  publicWrong: {
    zh: '编号或确认码不对。请照短信再填一次。您没有请人代填过, 请打 {phone}。',
    en: 'Number or code is not right. If you asked nobody to file for you, please call {phone}.',
  },
  publicDone: { zh: '确认好了', en: 'Confirmed. Thank you' },
  publicDoneHow: {
    zh: '这件事确认是您的意思。凭编号和查询码可以随时查询。',
    en: 'It stands as your own. Look it up at any time with number and query code.',
  },
} satisfies Record<string, Words>;

/** Events of a case that was filed for somebody, as staff read them. */
export const behalfEvents = {
  submitted: { zh: '工作人员代填({manner})', en: 'Filed by staff ({manner})' },
  'confirmed-by-phone': { zh: '本人手机确认', en: 'Confirmed by the person’s own phone' },
  witnessed: { zh: '第二人见证: {how}', en: 'Witnessed: {how}' },
} satisfies Record<string, Words>;

/** The same in the resident's words. */
export const behalfPublic = {
  'confirmed-by-phone': { zh: '您已用手机确认是您的意思。', en: 'You confirmed it by your phone.' },
  witnessed: { zh: '第二名工作人员已见证是您的意思。', en: 'A second member of staff witnessed that you wanted it.' },
} satisfies Record<string, Words>;
