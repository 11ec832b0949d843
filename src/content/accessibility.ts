import type { Site } from '../sites/site.ts';
import { forSite, type Content, type Section } from './content.ts';

const sections: readonly Section[] = [
  {
    heading: { zh: '我们做到的', en: 'What works' },
    paragraphs: [
      {
        zh: '本站按《无障碍环境建设法》第三十二条, 朝着 GB/T 37668-2019 和适老化通用设计规范去做。',
        en: 'This site works towards the standards that article 32 of the Barrier-free Environment Law refers to (GB/T 37668-2019 and the elder-friendly design rules).',
      },
    ],
    list: [
      {
        zh: '长辈版: 字更大, 按钮更大, 内容和普通版一样。',
        en: 'A large-print mode with larger buttons and the same content.',
      },
      { zh: '不用鼠标, 只用键盘也能填完、提交。', en: 'Every form can be filled in and sent by keyboard alone.' },
      { zh: '手机不支持脚本也能用。', en: 'It works without scripts.' },
      {
        zh: '不用看图认字。没有弹窗、广告和自动播放。',
        en: 'No picture puzzles, pop-ups, advertisements or autoplay.',
      },
      {
        zh: '颜色之外都有文字, 填错了说明哪里错、怎么改。',
        en: 'Colour never stands alone; errors say what is wrong and how to mend it.',
      },
    ],
  },
  {
    heading: { zh: '还没做到的', en: 'Known gaps' },
    paragraphs: [],
    list: [
      {
        zh: '还没有请视力、肢体不便的人和专业机构实际测过。',
        en: 'Not yet tried by people with disabilities, nor assessed by a third party.',
      },
      {
        zh: '没有语音朗读和高对比度切换, 请用手机自带的功能。',
        en: 'No read-aloud or high-contrast switch of our own; please use those of your phone.',
      },
      { zh: '没有手语和方言版本。', en: 'No sign language or dialect version.' },
      {
        zh: '法规草案只有中文, 英文页面显示的也是中文原文。',
        en: 'Draft laws are in Chinese only, also on English pages.',
      },
      {
        zh: '微信里不能直接打印回执, 请长按图片保存。回执图片上的字, 页面上都有文字。',
        en: 'WeChat cannot print the receipt; press and hold the picture to keep it. All words in the picture are also on the page.',
      },
    ],
  },
  {
    heading: { zh: '用不了怎么办', en: 'If it does not work for you' },
    paragraphs: [
      {
        zh: '请打 {phone}({hours}), 工作人员替您填, 和自己填的一样算数。也可以到 {address} 当面说。',
        en: 'Call {phone} ({hours}): the staff will fill in the form for you, and it counts the same. Or come to {address}.',
      },
      { zh: '哪里不好用, 也请告诉我们。', en: 'Please tell us what is hard to use.' },
    ],
  },
];

/** The accessibility statement: what works, and what does not yet. */
export const accessibilityOf = (site: Site): Content => ({
  title: { zh: '无障碍说明', en: 'Accessibility statement' },
  version: '2026-11-22',
  sections: forSite(site, sections),
});
