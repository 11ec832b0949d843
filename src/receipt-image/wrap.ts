const WIDE = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]/;
/** Signs that may not begin a line, and those that may not end one (GB/T 15834 §5.1, with their half-width brothers). */
const NEVER_FIRST = new Set(',.;:!?)]}%、。，；：！？）》〉」』】〕”’…·—℃％');
const NEVER_LAST = new Set('([{（《〈「『【〔“‘');

/**
 * Cuts a text into lines no wider than `width`: between Chinese characters and at blanks, inside a word only where the
 * word alone is too wide. A line feed always ends a line.
 */
export function wrapText(text: string, width: number, widthOf: (char: string) => number): string[] {
  const measure = (part: string): number => Array.from(part).reduce((sum, char) => sum + widthOf(char), 0);
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    let used = 0;
    for (const piece of unbreakablePieces(paragraph).flatMap((whole) => fitting(whole, width, widthOf))) {
      if (line !== '' && used + measure(piece.trimEnd()) > width) {
        lines.push(line.trimEnd());
        line = '';
        used = 0;
      }
      line += piece;
      used += measure(piece);
    }
    return [...lines, line.trimEnd()];
  });
}

/** A piece as it is, or in parts where it is wider than a line; each part has at least one character. */
function fitting(piece: string, width: number, widthOf: (char: string) => number): string[] {
  const parts: string[] = [];
  let used = Infinity;
  for (const char of piece) {
    used += char === ' ' ? 0 : widthOf(char);
    if (used > width) {
      parts.push('');
      used = widthOf(char);
    }
    parts.push((parts.pop() ?? '') + char);
  }
  return parts;
}

function unbreakablePieces(text: string): string[] {
  const pieces: string[] = [];
  let before = '';
  for (const char of text) {
    if (before === '' || mayBreak(before, char)) pieces.push(char);
    else pieces.push((pieces.pop() ?? '') + char);
    before = char;
  }
  return pieces;
}

function mayBreak(before: string, after: string): boolean {
  if (after === ' ' || NEVER_FIRST.has(after) || NEVER_LAST.has(before)) return false;
  return before === ' ' || WIDE.test(before) || WIDE.test(after);
}
