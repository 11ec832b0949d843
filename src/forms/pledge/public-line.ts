/** Surnames of two characters one still meets; all others have one. */
const compound = new Set([
  '欧阳',
  '令狐',
  '司马',
  '上官',
  '诸葛',
  '皇甫',
  '司徒',
  '尉迟',
  '夏侯',
  '东方',
  '慕容',
  '端木',
]);

/** A name as the public may see it: the surname and 某. A name of two characters has a surname of one. */
export function maskedName(name: string): string {
  const [first = '', second = '', third] = name;
  const surname = third !== undefined && compound.has(first + second) ? first + second : first;
  return `${surname}某`;
}

/** What stands on the page of who wishes to be named: `贺某 · 某镇政府`. */
export const publicLine = (name: string, unit: string | undefined): string =>
  unit === undefined ? maskedName(name) : `${maskedName(name)} · ${unit}`;
