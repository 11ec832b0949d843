import { toChineseNumeral } from '../lib/chinese-numerals.ts';
import type { Lang, Words } from '../lib/words.ts';
import { say } from '../lib/words.ts';

/** The instruments this product cites, under the short names that officials use. */
export const instruments = {
  信访工作条例: { zh: '信访工作条例', en: 'Regulations on Petition Work (信访工作条例)' },
  民法典: { zh: '民法典', en: 'Civil Code (民法典)' },
  代表法: { zh: '代表法', en: 'Deputies Law (代表法)' },
} satisfies Record<string, Words>;

export interface Citation {
  instrument: keyof typeof instruments;
  article: number;
  paragraph?: number;
}

const article: Words = { zh: '{instrument} 第{zhArticle}条', en: '{instrument}, Article {article}' };
const paragraph: Words = { zh: '第{zhParagraph}款', en: ', paragraph {paragraph}' };

/** `信访工作条例 第二十三条`: the article, as a resident reads it and as `due.basis` carries it. */
export const cite = (citation: Citation, lang: Lang): string =>
  say(article, lang, {
    instrument: instruments[citation.instrument][lang],
    article: citation.article,
    zhArticle: toChineseNumeral(citation.article),
  });

/** `信访工作条例 第二十三条第二款`: with the paragraph, as staff need it. */
export const citeInFull = (citation: Citation, lang: Lang): string =>
  citation.paragraph === undefined
    ? cite(citation, lang)
    : cite(citation, lang) +
      say(paragraph, lang, { paragraph: citation.paragraph, zhParagraph: toChineseNumeral(citation.paragraph) });
