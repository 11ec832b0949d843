import type { Lang } from '../lib/words.ts';

const WAN = 10_000;

/** Fen as a resident says it: `8000 元`, `50 万元`; in English `500,000 yuan`. */
export function yuanWords(fen: number, lang: Lang): string {
  const yuan = fen / 100;
  if (lang === 'en') return `${yuan.toLocaleString('en-US')} yuan`;
  return yuan > 0 && yuan % WAN === 0 ? `${yuan / WAN} 万元` : `${yuan} 元`;
}
