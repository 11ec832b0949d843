import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

export const GLYPH_FILE = join(ROOT, 'src/receipt-image/glyphs.bin');
export const MAKE_GLYPHS = 'npx tsx scripts/make-glyphs.ts';

/** Where the words of a receipt come from: catalogues, counties, clocks and articles of law, kinds, stations, measures. */
const WORD_SOURCES = ['src/i18n', 'src/sites', 'src/workflow', 'src/forms', 'src/liaison', 'src/eligibility'];

const CHINESE_SIGNS = '、。，；：！？）（…—·～《》〈〉「」『』【】〔〕“”‘’％¥￥℃№〇■●';
const NUMERALS = '零一二三四五六七八九十百千万亿〇';
/** Names of places, so that one more county seldom needs a new file. */
const PLACES = '省市区县旗州盟乡镇村街道社区政府人民代表大会常务委员会信访局联络站办公室中心';

const ascii = Array.from({ length: 95 }, (_, i) => String.fromCodePoint(0x20 + i)).join('');

/** Every sign a receipt may show, as code points in order; outside the basic plane and emoji are left to the hollow box. */
export function receiptCharacters(): number[] {
  const words = WORD_SOURCES.flatMap(filesUnder).map((file) => readFileSync(file, 'utf8'));
  const han = words.join('').match(/[\u3007\u4E00-\u9FFF]/g) ?? [];
  const signs = new Set(Array.from(ascii + CHINESE_SIGNS + NUMERALS + PLACES).concat(han));
  return [...signs].map((sign) => sign.codePointAt(0) ?? 0).toSorted((a, b) => a - b);
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ['.ts', '.tsx', '.json'].includes(extname(name)))
    .map((name) => join(ROOT, folder, name));
}
