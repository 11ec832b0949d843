import { cellText } from './cell.ts';

/** By it Excel and WPS know that the file is UTF-8. */
export const BOM = '\uFEFF';

// What a spreadsheet takes for a formula, also behind blanks and invisible marks, and in full width (security.md §5.6).
const FORMULA = /^(?:[\t\r]|[\s\p{Cf}]*[=+\-@＝＋－＠])/u;
/** Numbers that would be rounded, or lose the nought in front. */
const DIGITS = /^(?:0\d+|\d{11,})$/;

/** One cell, always in quotation marks; what could be taken for a formula or a number stays the text it is. */
export function csvCell(text: string): string {
  // Judged before tidying, too: a carriage return in front starts a formula in some programs.
  const fit = cellText(text);
  const kept = FORMULA.test(text) || FORMULA.test(fit) || DIGITS.test(fit) ? `'${fit}` : fit;
  return `"${kept.replaceAll('"', '""')}"`;
}

/** One line with its CRLF (RFC 4180). */
export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;
