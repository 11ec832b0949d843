/** The two languages of the product. Chinese comes first and is never missing. */
export type Lang = 'zh' | 'en';

/** One sentence in both languages; what a definition (a field, a topic, a measure) carries beside its data. */
export interface Words {
  zh: string;
  en: string;
}

/** Words of a language, with `{name}` filled from `values`. */
export function say(words: Words, lang: Lang, values: Record<string, string | number> = {}): string {
  return words[lang].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
