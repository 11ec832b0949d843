import type { Site } from '../../src/sites/site.ts';
import { passing } from '../eligibility/example-facts.ts';
import type { Json } from '../harness/client.ts';

/** A body in order with every question answered that may be, so that each of them can then be spoilt. */
export interface Sample {
  name: string;
  body: Json;
  /** Whether a date is expected in the answer: set by law, or promised by the site. */
  due: 'law' | 'promise' | null;
  /** A 检举控告: its messages name nothing. */
  quiet?: boolean;
}

const contact = { name: '欧阳某秀(示例)', phone: '15400000777', email: 'ouyang.sample@example.cn' };
const guardian = { name: '司马某光(示例)', phone: '15400000778' };
const consent = { privacy: true, sensitive: true, guardian };
const notify = ['sms', 'email'];
const about = { title: '演示标题甲乙丙丁', body: '演示正文:说清楚是什么事情,希望怎么办。' };
const place = '示例村示例巷九号对面';
const address = '示例镇示例村十八组';
const payment = { accountName: '欧阳某秀演示户', bank: '示例银行示例支行', accountNumber: '6222020000000777' };
const common = { contact, consent, notify };

function petitions(site: Site): Sample[] {
  const topic = site.topics[0]?.id;
  const sender = { ...contact, address };
  return [
    ...(['suggestion', 'request'] as const).map((category) => ({
      name: category,
      body: { ...common, contact: sender, answers: { category, topic, ...about, place, confidential: true } },
      due: 'law' as const,
    })),
    {
      name: 'report',
      body: { ...common, contact: sender, answers: { category: 'report', topic, ...about, place } },
      due: null,
      quiet: true,
    },
  ];
}

function comments(): Sample[] {
  const suggestedText = '建议改成:演示建议文字甲乙。';
  const reason = '演示理由:这样更方便老人。';
  const first = { draft: 'hd-waste-2026', stance: 'amend', reason, suggestedText, role: 'resident' };
  const also = [{ article: 'a8', stance: 'support', reason: '演示理由二:同意这一条。', suggestedText }];
  return [
    { name: 'one article and another', body: { ...common, answers: { ...first, article: 'a17', also } }, due: null },
    { name: 'the whole draft', body: { ...common, answers: first }, due: null },
  ];
}

function applications(site: Site): Sample[] {
  const organisation = { name: '示例新材料演示公司', uscc: '91140823MA0KTE5T2E' };
  const payees: Record<string, Json> = { 'settling-in': { idNumber: '140823199905150012' } };
  return site.measures.map((measure) => ({
    name: measure,
    body: {
      ...common,
      contact: { ...contact, ...(payees[measure] ?? { organisation }) },
      answers: { measure, facts: passing[measure as keyof typeof passing] },
      payment,
    },
    due: null,
  }));
}

function pledges(): Sample[] {
  const undertakings = ['bride-price', 'simple-celebrations', 'good-customs'];
  const answers = { campaign: 'jishan-xinfeng', undertakings, unit: '示例演示单位' };
  return [{ name: 'kept to oneself', body: { ...common, answers }, due: null }];
}

/** Every question at once: to correct asks them all. */
function dataRequests(): Sample[] {
  const answers = {
    want: 'correct',
    newPhone: '15400000779',
    newEmail: 'ouyang.new@example.cn',
    details: '演示说明:号码换了。',
  };
  return [{ name: 'a correction', body: { ...common, answers }, due: 'promise' }];
}

/** One maker per kind; a kind without one fails the contract suite. */
export const makers: Record<string, (site: Site) => Sample[]> = {
  petition: petitions,
  comment: comments,
  application: applications,
  pledge: pledges,
  'data-request': dataRequests,
};
