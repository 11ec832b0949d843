/** Surnames of two characters one still meets; all others have one. */
const compound = new Set(
  '欧阳 上官 司马 诸葛 夏侯 东方 皇甫 尉迟 公孙 令狐 慕容 长孙 宇文 司徒 司空 端木 南宫 西门 独孤 轩辕 百里 呼延 闻人 澹台 公冶 太史 申屠 拓跋 赫连 完颜'.split(
    ' ',
  ),
);

/** A name as the public may see it: the surname and 某. A name of two characters has a surname of one. */
export function maskedName(name: string): string {
  const [first = '', second = '', third] = name;
  const surname = third !== undefined && compound.has(first + second) ? first + second : first;
  return `${surname}某`;
}

/** What stands on the page of who wishes to be named: `贺某 · 某镇政府`. */
export const publicLine = (name: string, unit: string | undefined): string =>
  unit === undefined ? maskedName(name) : `${maskedName(name)} · ${unit}`;
