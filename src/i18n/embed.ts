import type { Words } from '../lib/words.ts';

/** What a county page calls what it embeds, by path segment: title of the frame, words of the link. */
export const embedForms: Readonly<Record<string, Words>> = {
  petition: { zh: '反映诉求', en: 'Tell us about a matter' },
  'data-request': { zh: '查阅、更正、删除信息', en: 'See, correct or erase my data' },
  drafts: { zh: '对草案提意见', en: 'Comment on a draft' },
  subsidies: { zh: '申请人才补助', en: 'Apply for a talent subsidy' },
  pledge: { zh: '移风易俗承诺', en: 'Make the pledge' },
  status: { zh: '查询办理情况', en: 'Look up how it is going' },
};

/** The link that takes the frame's place. */
export const instead: Words = { zh: '表单没有显示出来, 请点这里打开: ', en: 'The form did not appear. Open it here: ' };

/** Words for a county's web editor: `/{site}/embed`. */
export const embed = {
  title: { zh: '把表单放进您的网站', en: 'Put a form on your web site' },
  lead: {
    zh: '给县网站的编辑: 复制一段代码, 贴到网页里, 以后不用再管。',
    en: 'For web editors: copy one tag, paste it into a page, and leave it there.',
  },
  how: { zh: '怎么贴', en: 'How to paste' },
  howCopy: { zh: '在下面找到要用的表单, 按“复制”。', en: 'Find the form below and press “Copy”.' },
  howPaste: {
    zh: '在网站后台打开要放表单的那一页, 切换到“源代码”或“HTML”, 贴在要显示表单的地方, 保存。',
    en: 'Open the page in your editor, switch to “Source” or “HTML”, paste where the form shall stand, and save.',
  },
  howLook: {
    zh: '用手机打开那一页看一看。表单的高度会自己调整。',
    en: 'Look at the page on a phone. The form takes the height it needs by itself.',
  },
  howElse: {
    zh: '后台不让贴脚本, 就用“普通 iframe”; 也不让贴 iframe, 就用“普通链接”。三种办法提交的事项一样办理。',
    en: 'If your editor removes scripts, use the plain iframe; if it removes iframes as well, the plain link. What is sent is handled alike.',
  },
  howMore: {
    zh: '要英文页面, 在脚本标签里加 data-lang="en"; 要大字, 加 data-elder="1"。同一页可以放几个表单。',
    en: 'For English add data-lang="en" to the script tag; for large print add data-elder="1". One page may carry several forms.',
  },
  origins: { zh: '哪些网站可以放', en: 'Which sites may show it' },
  originsAre: {
    zh: '只有登记过的网站能显示表单。已登记:',
    en: 'Only sites on the list can show the forms. On the list:',
  },
  noOrigins: { zh: '还没有登记任何网站。', en: 'No site is on the list yet.' },
  notListed: { zh: '您的网站不在上面?', en: 'Your site is not on it?' },
  notListedHow: {
    zh: '请把网站地址 (开头是 https:// , 到域名为止, 带 www 和不带 www 是两个) 告诉{office}, 电话 {phone}。登记以前, 浏览器不显示表单, 6 秒后那里会变成一个链接, 居民照样能用。',
    en: 'Tell {office}, phone {phone}, the address of your site (from https:// to the end of the host name; with and without www are two). Until it is listed browsers refuse to show the form; after 6 seconds a link takes its place, so that residents can go on.',
  },
  script: { zh: '脚本标签 (推荐)', en: 'Script tag (recommended)' },
  scriptHint: { zh: '高度自己调整, 打不开时变成链接。', en: 'Fits its height; becomes a link where it cannot open.' },
  iframe: { zh: '普通 iframe', en: 'Plain iframe' },
  iframeHint: { zh: '高度固定, 可自己改 height。', en: 'Of fixed height; change `height` as you like.' },
  link: { zh: '普通链接', en: 'Plain link' },
  linkHint: {
    zh: '在哪里都能用, 也可以放进公众号菜单。',
    en: 'Works anywhere, also in the menu of an official account.',
  },
  copy: { zh: '复制', en: 'Copy' },
  copyWhat: { zh: '复制: {form}, {tag}', en: 'Copy: {form}, {tag}' },
  onlyOne: { zh: '只放一项: {title}', en: 'Only this one: {title}' },
  posters: { zh: '二维码海报 (A4)', en: 'QR posters (A4)' },
  poster: { zh: '海报: {form}', en: 'Poster: {form}' },
  stationPosters: { zh: '每个联络站一张', en: 'One for each station' },
} satisfies Record<string, Words>;

/** Words on a poster beside its code. */
export const poster = {
  scan: { zh: '微信扫一扫', en: 'Scan with your phone' },
  scanHint: { zh: '或用手机相机对准', en: 'with WeChat or the camera' },
  code: { zh: '二维码: {address}', en: 'QR code: {address}' },
  type: { zh: '扫不了? 在浏览器里输入网址', en: 'Cannot scan? Type this address' },
  help: {
    zh: '不会用手机? 打电话或当面来, 工作人员帮您填',
    en: 'No smartphone? Call or come by: the staff will fill it in with you',
  },
  print: { zh: '打印这张海报', en: 'Print this poster' },
  printHint: {
    zh: 'A4 纸, 竖放。打印后请先扫一下试试。',
    en: 'A4, upright. Scan the print once before you hang it up.',
  },
} satisfies Record<string, Words>;
