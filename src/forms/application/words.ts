import type { Payee } from '../../eligibility/define.ts';
import type { Words } from '../../lib/words.ts';

export const applicationWords = {
  label: { zh: '人才补助申请', en: 'Subsidy application' },
  pageTitle: { zh: '人才补助', en: 'Talent subsidies' },
  lead: {
    zh: '先答几个问题, 看看能不能申请、大约多少, 再决定申请不申请。',
    en: 'Answer a few questions, see whether you may apply and for about how much, then decide.',
  },
  measureLead: {
    zh: '先测算, 再申请。测算不留记录, 不用写姓名。',
    en: 'Estimate first, then apply. An estimate needs no name and is not kept.',
  },
  none: { zh: '现在没有开放的补助。', en: 'No subsidy is open at present.' },
  who: { zh: '谁能申请', en: 'Who may apply' },
  paidTo: { zh: '发给谁', en: 'Paid to' },
  howMuch: { zh: '多少', en: 'How much' },
  pending: { zh: '未公开 (待定)', en: 'Not published (pending)' },
  papers: { zh: '可以先备好', en: 'Worth having ready' },
  papersNote: {
    zh: '要交哪些材料没有公开, 以县里通知为准。',
    en: 'The list of papers is not published; the county will say.',
  },
  source: { zh: '依据', en: 'Source' },
  next: {
    zh: '工作人员会审核您的申请。',
    en: 'The staff will review your application.',
  },
  send: { zh: '提交申请', en: 'Apply' },
  factsStep: { zh: '先看看能不能申请', en: 'First see whether you may apply' },
  factsIntro: {
    zh: '照实回答就行。没答全也能先测算, 会告诉您还缺什么。',
    en: 'Answer as it is. You may estimate before all is answered; you will be told what is missing.',
  },
  look: { zh: '先测算, 看看能不能申请', en: 'Estimate: may I apply?' },
  passed: { zh: '通过', en: 'Met' },
  failed: { zh: '不符', en: 'Not met' },
  missing: { zh: '还缺', en: 'Missing' },
  item: { zh: '项目', en: 'Item' },
  amount: { zh: '金额', en: 'Amount' },
  total: { zh: '合计', en: 'Total' },
  organisationStep: { zh: '申请单位', en: 'The organisation that applies' },
  paymentStep: { zh: '收款账户', en: 'Bank account' },
  paymentIntro: { zh: '可以以后再交, 现在不填也能提交。', en: 'This may come later; you can apply without it.' },
  paymentDemo: {
    zh: '可以以后再交。演示不收账号, 请留空, 直接看下一步。',
    en: 'This may come later. The demonstration takes no accounts: please leave it empty and go on.',
  },
  checkAgain: { zh: '请核对', en: 'Please check' },
  accountSuspect: {
    zh: '银行账号校验位不对 (存折账号也可能如此), 拨付前请与申请人核对。',
    en: 'The check digit of the account number does not fit (passbooks may do so too). Confirm before paying.',
  },
  creditCodeSuspect: {
    zh: '统一社会信用代码里的组织机构代码校验位不对, 请对照证照核对。',
    en: 'The organisation code inside the credit code does not fit its check. Compare with the certificate.',
  },
  frozen: { zh: '提交时的测算', en: 'The estimate when it was sent' },
} satisfies Record<string, Words>;

export const payeeWords = {
  person: { zh: '本人', en: 'the applicant' },
  employer: { zh: '用人单位', en: 'the employer' },
  enterprise: { zh: '企业', en: 'the enterprise' },
} satisfies Record<Payee, Words>;
