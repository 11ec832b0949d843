import { LINK_MINUTES } from '../src/staff/enrol.ts';
import type { DemoLink } from './seed/seed-staff.ts';

interface Addresses {
  url: string;
  /** The stand-in county page. */
  county: string;
  /** Where the console is opened: by name, since passkeys refuse an IP address. */
  staff: string;
  links: readonly DemoLink[];
}

/** The ways into the console of a local run, one an account. */
export const staffLines = (links: readonly DemoLink[]): string[] => [
  `工作人员登记链接, ${LINK_MINUTES} 分钟内有效, 各用一次 / enrol links of the demo staff, ${LINK_MINUTES} minutes, once each:`,
  ...links.flatMap(({ login, name, link }) => [`  ${name} (${login})`, `    ${link}`]),
  '过期了再要: / another: npm run staff -- link admin',
];

/** What `npm start` says once everything answers: where to click, for somebody who has never seen the product. */
export function whereToGo({ url, county, staff, links }: Addresses): string {
  const places: [string, string, string][] = [
    [`${url}/`, '各县入口', 'the counties'],
    [`${url}/wanrong/petition`, '万荣:反映诉求', 'a petition'],
    [`${url}/wanrong/drafts`, '万荣:对法规草案提意见', 'comments on a draft'],
    [`${url}/wenxi/subsidies`, '闻喜:人才补助,先测算再申请', 'talent subsidies'],
    [`${url}/jishan/pledge`, '稷山:移风易俗承诺', 'a pledge'],
    [
      `${county}/?site=wanrong&form=petition`,
      '模拟县政府网页,表单嵌在里面',
      'a stand-in county page with the form in it',
    ],
    [`${url}/dev/mailbox`, '本机收件箱:所有短信和邮件', 'every SMS and e-mail'],
    [`${url}/dev/cases`, '本机案件:工作人员看到的样子', 'cases as staff see them'],
    [`${url}/docs`, '接口文档', 'the JSON API'],
    [`${staff}/staff`, '工作台, 用下面的链接登记后登录', 'the console; first use a link below'],
  ];
  const width = Math.max(...places.map(([address]) => address.length));
  const lines = places.map(([address, zh, en]) => `  ${address.padEnd(width)}  ${zh} / ${en}`);
  return [
    '',
    '民意已启动,可以打开: / Minyi is running:',
    ...lines,
    '',
    ...staffLines(links),
    '',
    '按 Ctrl-C 停止;数据保留在 .data,下次接着用。 / Ctrl-C stops it; the data stays in .data.',
    '',
  ].join('\n');
}
