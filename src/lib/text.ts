const LONE_SURROGATES = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
// C0 and C1 controls but LF and TAB, and the two non-characters no file format can carry.
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]/g;

/**
 * A resident's words as the contract keeps them (api.md, Conventions): NFC, CRLF to LF, no lone surrogate, no control
 * character but LF and TAB, trimmed. Never NFKC, which would turn Chinese punctuation into ASCII.
 */
export function tidyText(raw: string): string {
  return raw.replace(LONE_SURROGATES, '').replace(/\r\n?/g, '\n').replace(CONTROLS, '').normalize('NFC').trim();
}

/** An identifier (phone, number, code) as compared and stored: NFKC, no blanks, dashes or invisible marks inside. */
export function tidyIdentifier(raw: string): string {
  return tidyText(raw)
    .normalize('NFKC')
    .replace(/[\s\-\u2010-\u2015\u2212\p{Cf}]/gu, '');
}

/** Length in code points, the only length the contract knows. */
export function lengthOf(text: string): number {
  let n = 0;
  for (const _ of text) n += 1;
  return n;
}
