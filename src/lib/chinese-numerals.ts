const DIGITS = '零一二三四五六七八九';
const UNITS = ['', '十', '百', '千'];

/**
 * An integer from 1 to 9999 as a law numbers its articles: 10 → 十, 17 → 十七, 110 → 一百一十, 1005 → 一千零五.
 * @throws RangeError outside that range: no law reaches it, so it is a defect of the caller.
 */
export function toChineseNumeral(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 9999) throw new RangeError(`no Chinese numeral for ${n}`);
  const figures = Array.from(String(n), Number);
  const text = figures
    .map((figure, i) => DIGITS.charAt(figure) + (figure === 0 ? '' : (UNITS[figures.length - 1 - i] ?? '')))
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '');
  return n < 20 ? text.replace('一十', '十') : text;
}

/** The integer a Chinese numeral stands for; undefined for anything but the one usual way to write it (〇 counts as 零). */
export function fromChineseNumeral(text: string): number | undefined {
  let total = 0;
  let figure = 0;
  for (const sign of text.replaceAll('〇', '零')) {
    const unit = UNITS.indexOf(sign);
    if (unit > 0) {
      total += (figure || 1) * 10 ** unit;
      figure = 0;
    } else {
      figure = DIGITS.indexOf(sign);
    }
    if (figure < 0) return undefined;
  }
  total += figure;
  return total >= 1 && total <= 9999 && toChineseNumeral(total) === text.replaceAll('〇', '零') ? total : undefined;
}
