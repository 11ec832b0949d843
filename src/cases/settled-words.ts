import { dateInWords } from '../i18n/dates.ts';
import { settledWords as words } from '../i18n/tasks.ts';
import type { Json } from '../forms/define.ts';
import { say, type Lang, type Words } from '../lib/words.ts';

/** What a year's notice did to a date, for the sender and among staff alike; by the codes of its event. */
export function settledSentence({ from, due, provisional }: Json): Words {
  const sentence = from === due ? words.stays : words.moves;
  const inWords = (lang: Lang): string =>
    say(sentence, lang, { from: dateInWords(String(from), lang), due: dateInWords(String(due), lang) }) +
    (provisional === true ? say(words.still, lang) : '');
  return { zh: inWords('zh'), en: inWords('en') };
}
