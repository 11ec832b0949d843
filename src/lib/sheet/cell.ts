const LONE_SURROGATES = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
// What no cell may hold: controls but LF and TAB, the two non-characters, and marks that turn the direction of a line.
// oxlint-disable-next-line no-control-regex
const UNFIT = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069]/g;

/** A text as any spreadsheet may hold it: nothing that breaks the file or turns a line around. */
export const cellText = (text: string): string =>
  text.replace(LONE_SURROGATES, '').replace(/\r\n?/g, '\n').replace(UNFIT, '');
