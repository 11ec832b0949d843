import type { Lang } from '../../lib/words.ts';

/** One language of what the document says in both (`openapi/bilingual.ts`). */
export function inLanguage(said: string, lang: Lang): string {
  const [zh = '', ...en] = said.split(' / ');
  return lang === 'zh' || en.length === 0 ? zh : en.join(' / ');
}
