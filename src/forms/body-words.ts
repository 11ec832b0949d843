import type { Words } from '../lib/words.ts';

/** The questions every form asks, in both languages. */
export const bodyWords = {
  name: { zh: '您的姓名', en: 'Your name' },
  nameHint: { zh: '请写真实姓名, 方便我们答复您。', en: 'Please give your real name, so that we can answer you.' },
  phone: { zh: '手机或电话', en: 'Phone' },
  phoneHint: {
    zh: '手机可以收短信; 座机请加区号, 如 0359-2200000, 我们打电话告诉您。手机和邮箱至少填一样。',
    en: 'A mobile gets text messages; for a landline give the area code, we will call. Phone or e-mail, at least one.',
  },
  phoneWrong: {
    zh: '电话号码不对。手机是 11 位数字; 座机请加区号, 如 0359-2200000。',
    en: 'This is not a phone number. A mobile has 11 digits; a landline needs its area code, as in 0359-2200000.',
  },
  phoneOrEmail: {
    zh: '手机和邮箱请至少填一样, 不然我们没法答复您。',
    en: 'Please give a phone or an e-mail, so that we can answer you.',
  },
  email: { zh: '电子邮箱', en: 'E-mail' },
  emailWrong: {
    zh: '邮箱地址不对, 应该像 name@example.cn 这样。',
    en: 'This is not an e-mail address; it should look like name@example.cn.',
  },
  address: { zh: '您的住址', en: 'Your address' },
  addressHint: {
    zh: '您本人住的地方, 写到村或小区。有困难要解决的, 一定要写。',
    en: 'Where you live, down to the village or estate. Needed to solve a difficulty.',
  },
  idNumber: { zh: '身份证号', en: 'Identity number' },
  idNumberHint: {
    zh: '18 位。港澳台居民居住证、外国人永久居留身份证号码也可以。',
    en: '18 characters. Residence permits of Hong Kong, Macao and Taiwan and permanent residence cards are fine too.',
  },
  idNumberWrong: {
    zh: '身份证号不对, 请对照证件再看一遍, 一共 18 位。',
    en: 'This identity number is not right. Please compare with the card: 18 characters.',
  },
  organisationGroup: { zh: '单位', en: 'Organisation' },
  organisation: { zh: '单位名称', en: 'Name of the organisation' },
  uscc: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  usccHint: { zh: '营业执照或法人证书上的 18 位代码。', en: 'The 18 characters on the business licence.' },
  usccWrong: {
    zh: '统一社会信用代码不对, 请对照证照再看一遍, 一共 18 位。',
    en: 'This code is not right. Please compare with the licence: 18 characters.',
  },
  payment: { zh: '收款账户(可以以后再交)', en: 'Bank account (may come later)' },
  accountName: { zh: '账户名', en: 'Account holder' },
  bank: { zh: '开户银行', en: 'Bank' },
  accountNumber: { zh: '账号', en: 'Account number' },
  accountNumberWrong: { zh: '账号应为 8 到 32 位数字。', en: 'An account number has 8 to 32 digits.' },
  privacy: { zh: '我已阅读个人信息处理告知', en: 'I have read the privacy notice' },
  sensitive: {
    zh: '我同意为办理本事项处理我的身份证号和银行账户',
    en: 'I agree that my identity number and bank account are used for this matter',
  },
  sensitiveHint: {
    zh: '身份证号、银行账户是敏感个人信息, 需要您单独同意。',
    en: 'These are sensitive personal data and need your separate consent.',
  },
  sensitiveRequired: {
    zh: '填写了身份证号或银行账户, 请勾选单独同意。',
    en: 'An identity number or bank account is given: please tick the separate consent.',
  },
  guardian: { zh: '监护人', en: 'Guardian' },
  guardianName: { zh: '监护人姓名', en: "Guardian's name" },
  guardianPhone: { zh: '监护人电话', en: "Guardian's phone" },
  guardianRequired: {
    zh: '申请人不满14周岁, 请由父母或其他监护人填写, 并写明监护人姓名和电话。',
    en: 'The applicant is under 14: a parent or guardian must fill this in and give name and phone.',
  },
  notify: { zh: '怎样通知您', en: 'How to tell you' },
  sms: { zh: '短信', en: 'Text message' },
  byEmail: { zh: '电子邮件', en: 'E-mail' },
  challenge: { zh: '验证', en: 'Proof of work' },
  // Standing sentences of every form page.
  contactStep: { zh: '怎样联系您', en: 'How to reach you' },
  consentStep: { zh: '告知与同意', en: 'Notice and consent' },
  minors: { zh: '不满14周岁请由父母或其他监护人填写。', en: 'Under 14: a parent or other guardian fills this in.' },
} satisfies Record<string, Words>;
