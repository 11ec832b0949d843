import type { Words } from '../lib/words.ts';

/** Words of the frame around every page. */
export const shell = {
  demo: { zh: '演示系统, 不是政府网站', en: 'Demonstration, not a government website' },
  product: { zh: '民意', en: 'Minyi' },
  skip: { zh: '跳到正文', en: 'Skip to content' },
  answers: { zh: '本页由{office}负责', en: 'This page is answered for by {office}' },
  phone: { zh: '电话', en: 'Phone' },
  hours: { zh: '时间', en: 'Hours' },
  address: { zh: '地址', en: 'Address' },
  links: { zh: '关于本站', en: 'About this site' },
  guide: { zh: '办事指南', en: 'Guide' },
  privacy: { zh: '隐私说明', en: 'Privacy' },
  accessibility: { zh: '无障碍说明', en: 'Accessibility' },
  elder: { zh: '长辈版 / 大字', en: 'Large print' },
  standard: { zh: '标准字号', en: 'Standard print' },
  otherLanguage: { zh: 'English', en: '中文' },
  help: { zh: '就近找人帮我填', en: 'Find someone nearby to fill this in for me' },
  helpHow: {
    zh: '不方便填写? 请打电话给{who}, 工作人员帮您填。',
    en: 'Hard to fill in? Call {who}. The staff will fill it in with you.',
  },
  stationsNear: { zh: '找离您近的联络站', en: 'Find a station near you' },
  call: { zh: '拨打 {phone}', en: 'Call {phone}' },
} satisfies Record<string, Words>;
