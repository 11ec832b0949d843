import type { Site } from '../sites/site.ts';
import type { Words } from '../lib/words.ts';
import { forSite, type Content, type KindContent, type PublishedKind, type Section } from './content.ts';

/** Stored with each submission as the version of the notice that was read. Change it with any word, a kind's too. */
export const privacyVersion = '2026-11-25';

const handler: Section = {
  heading: { zh: '谁在处理您的信息', en: 'Who handles your information' },
  paragraphs: [
    { zh: '{office}。电话 {phone}, 地址 {address}。', en: '{office}. Telephone {phone}, address {address}.' },
  ],
};

const demo: Section = {
  heading: { zh: '这是演示', en: 'This is a demonstration' },
  paragraphs: [
    {
      zh: '请不要填写真实的姓名、电话、证件号和账号。演示数据不保证存放在境内, 可能随时清空, 短信和邮件不会真的发出。',
      en: 'Please do not enter real names, numbers or accounts. Demo data may be kept outside mainland China and erased at any time; no SMS or e-mail really leaves.',
    },
  ],
};

const purpose: Section = {
  heading: { zh: '用来做什么', en: 'What for' },
  paragraphs: [
    {
      zh: '只用来登记、办理和答复您提交的事, 通知您进展, 防止冒用和滥用。依据是履行法定职责(《个人信息保护法》第十三条); 承诺、证件号、账号和公开姓名凭您的同意。',
      en: 'Only to register, handle and answer what you send, to tell you how it goes, and to prevent misuse. The basis is a statutory duty (Personal Information Protection Law, article 13); pledges, identity and account numbers, and publishing a name rest on your consent.',
    },
  ],
};

const collected = (kinds: readonly KindContent[]): Section => ({
  heading: { zh: '收集哪些信息', en: 'What is collected' },
  paragraphs: [
    {
      zh: '只收办事必需的。不用 Cookie 跟踪您; 填到一半的内容只存在您自己的手机里, 提交后清除。为防止滥用, 会按网络地址统计次数。',
      en: 'Only what the matter needs. No cookies follow you; half-filled forms stay on your own device and are cleared after sending. To prevent misuse, tries are counted by network address.',
    },
  ],
  list: kinds.map((kind) => kind.collected),
});

const sensitive: Section = {
  heading: { zh: '敏感个人信息', en: 'Sensitive information' },
  paragraphs: [
    {
      zh: '身份证件号码和银行账号属于要特别保护的信息, 用来核对申请人和发放补助, 没有就无法办理这一项。泄露可能使您被冒名或者受骗, 所以要您单独同意(《个人信息保护法》第二十八条至第三十条)。',
      en: 'Identity and bank account numbers get special protection. They are needed to check who applies and to pay; a leak could lead to fraud. So we ask for your separate consent (articles 28 to 30).',
    },
    {
      zh: '不同意, 可以打 {phone} 问其他办法。资格由系统先算一遍, 最后由人决定; 您可以要求说明理由(第二十四条)。',
      en: 'If you do not agree, call {phone} about other ways. A program makes a first estimate but a person decides; you may ask for the reasons (article 24).',
    },
  ],
};

const method: Section = {
  heading: { zh: '怎么保护', en: 'How it is protected' },
  paragraphs: [],
  list: [
    {
      zh: '姓名、电话、邮箱、住址、证件号、账号加密保存, 每件事一把密钥。',
      en: 'Names, phones, e-mail, addresses, identity and account numbers are kept encrypted, with a key for each case.',
    },
    {
      zh: '短信和邮件里不写您说的事。发短信、邮件要委托通信服务商, 只交给号码或邮箱和通知文字。',
      en: 'Messages never say what you wrote. The carriers who send them get only the number or address and the notice itself.',
    },
    {
      zh: '只交给办理这件事的单位, 不卖、不作他用。举报内容不给被举报的人和单位。',
      en: 'Only the organs that handle the matter receive it; it is not sold or used for anything else. Reports are never shown to those reported.',
    },
    {
      zh: '正式使用时, 国家机关处理的个人信息存放在境内(《个人信息保护法》第三十六条)。',
      en: 'In real use, information handled by state organs is stored in mainland China (article 36).',
    },
  ],
};

const kept: Words = {
  zh: '{kind}: 办完后保存 {months} 个月, 到期自动删除。',
  en: '{kind}: {months} months after the matter is closed, then it is deleted automatically.',
};
const notSettled: Words = {
  zh: '{kind}: 办完后按档案规定保存最短的必要时间, 到期删除。具体年限待定, 启用前由{office}写在这里。',
  en: '{kind}: after the matter is closed, for the shortest time the archive rules need, then it is deleted. The number of years is not yet set; {office} will state it here before real use.',
};

/** How long each kind is kept, as the site has settled it: what the sweep does is what the notice says. */
const retention = ({ settings }: Site, kinds: readonly PublishedKind[]): Section => ({
  heading: { zh: '保存多久', en: 'How long it is kept' },
  list: kinds.map(({ kind, label }) => {
    const months = settings.keptMonths[kind];
    const words = months === undefined ? notSettled : kept;
    const inLanguage = (lang: keyof Words): string =>
      words[lang].replace('{kind}', label[lang]).replace('{months}', String(months));
    return { zh: inLanguage('zh'), en: inLanguage('en') };
  }),
  paragraphs: [
    {
      zh: '撤回承诺, 或者删除的理由成立, 就马上删除。',
      en: 'A withdrawn pledge, or anything that must be deleted, is deleted at once.',
    },
    {
      zh: '备份最多保存 30 天; 恢复备份不会让已删除的内容再出现。',
      en: 'Backups are kept for 30 days at most; putting one back does not bring back what was deleted.',
    },
  ],
});

const rights: Section = {
  heading: { zh: '您的权利', en: 'Your rights' },
  paragraphs: [
    {
      zh: '在本站“查阅、更正、删除信息”一页申请; 也可以打 {phone} 或到 {address}, 报编号和查询码办理; 别人代办要有您的委托。不办的, 告诉您理由。',
      en: 'Ask on the page “See, correct or erase my data” of this site, or call {phone} or come to {address} with your number and code; someone else needs your authority. A refusal has its reasons.',
    },
  ],
  list: [
    { zh: '查阅、复制您的信息(第四十五条)。', en: 'See and copy your information (article 45).' },
    { zh: '更正、补充(第四十六条)。', en: 'Have it corrected or completed (article 46).' },
    {
      zh: '撤回同意、要求删除(第十五条、第四十七条)。',
      en: 'Withdraw consent and have it deleted (articles 15 and 47).',
    },
    { zh: '要求解释本说明(第四十八条)。', en: 'Have this notice explained (article 48).' },
    { zh: '认为处理不当, 可以向网信等主管部门投诉。', en: 'Complain to the authorities for personal information.' },
  ],
};

const minors: Section = {
  heading: { zh: '不满14周岁', en: 'Under fourteen' },
  paragraphs: [
    {
      zh: '不满14周岁请由父母或其他监护人填写。需要孩子的信息时, 要写监护人的姓名和电话, 并由监护人同意(《个人信息保护法》第三十一条)。监护人可以随时要求查看、更正、删除。',
      en: 'Under 14, please let a parent or guardian fill in the form. Where a child’s information is needed, the guardian gives name, phone and consent (article 31), and may see, correct or delete it at any time.',
    },
  ],
};

/** The notice of 个人信息保护法 art. 17 and 35, for the forms the site opens. */
export const privacyOf = (site: Site, kinds: readonly PublishedKind[]): Content => ({
  title: { zh: '个人信息处理告知', en: 'Privacy notice' },
  version: privacyVersion,
  sections: forSite(site, [
    ...(site.demo ? [demo] : []),
    handler,
    purpose,
    collected(kinds),
    ...(kinds.some((kind) => kind.sensitive) ? [sensitive] : []),
    method,
    retention(site, kinds),
    rights,
    minors,
  ]),
});
