import type { Lettering, Type } from './lettering.ts';
import type { Sheet } from './sheet.ts';
import { wrapText } from './wrap.ts';

export interface ReceiptImageLine {
  label: string;
  value: string;
  /** `number` for the receipt number, `code` for the query code; plain text otherwise. */
  size?: 'number' | 'code' | 'text';
}

/** The words of a receipt, ready to read. A line feed starts a new line. */
export interface ReceiptImage {
  siteName: string;
  title: string;
  lines: readonly ReceiptImageLine[];
  /** The date mark: it says that something came in and when, and must not look like an official seal. */
  mark: { label: string; date: string };
  note: string;
  fingerprint: string;
  /** What a demo site must carry on everything. */
  band?: string;
}

/** A part of the receipt: knows its height before anything is drawn. */
interface Block {
  height: number;
  draw(sheet: Sheet, top: number): void;
}

const WIDTH = 720;
const EDGE = 20;
const MARGIN = 60;
const MEASURE = WIDTH - 2 * MARGIN;
const LEADING = 1.38;

const TYPES = {
  band: { size: 26, pen: 'paper', spread: 2, bolder: 0.5 },
  site: { size: 32, pen: 'ink', spread: 2 },
  title: { size: 50, pen: 'ink', spread: 20, bolder: 1.4 },
  label: { size: 24, pen: 'label' },
  number: { size: 58, pen: 'ink', bolder: 1.8 },
  code: { size: 50, pen: 'ink', bolder: 1.4 },
  text: { size: 28, pen: 'ink' },
  mark: { size: 44, pen: 'seal', spread: 10, bolder: 1.4 },
  date: { size: 26, pen: 'seal', bolder: 0.6 },
  note: { size: 26, pen: 'ink' },
  fingerprint: { size: 19, pen: 'label' },
} satisfies Record<string, Type>;

/** The receipt laid out from top to bottom: its size, and how to draw it. */
export function receiptBlocks(receipt: ReceiptImage, letters: Lettering) {
  const text = (words: string, type: Type, align: 'left' | 'centre' | 'right' = 'left'): Block =>
    textBlock(words, type, align, letters);
  const band = receipt.band ? bandBlock(receipt.band, letters) : gap(0);
  const parts: Block[] = [
    band,
    gap(EDGE + 26),
    text(receipt.siteName, TYPES.site, 'centre'),
    text(receipt.title, TYPES.title, 'centre'),
    gap(12),
    doubleRule,
    ...receipt.lines.flatMap((line, i) => [
      i > 0 ? thinRule : gap(0),
      gap(10),
      text(line.label, TYPES.label),
      text(line.value, TYPES[line.size ?? 'text']),
      gap(10),
    ]),
    thinRule,
    gap(22),
    markBlock(receipt.mark, letters),
    gap(12),
    text(receipt.note, TYPES.note, 'right'),
    gap(16),
    thinRule,
    gap(10),
    text(receipt.fingerprint, TYPES.fingerprint),
    gap(EDGE + 20),
  ];
  const height = parts.reduce((sum, part) => sum + part.height, 0);
  const draw = (sheet: Sheet): void => {
    let top = 0;
    for (const part of parts) {
      part.draw(sheet, top);
      top += part.height;
    }
    const frameTop = band.height + EDGE;
    sheet.frame(EDGE, frameTop, WIDTH - 2 * EDGE, height - frameTop - EDGE, 3, 'ink');
    sheet.frame(EDGE + 8, frameTop + 8, WIDTH - 2 * EDGE - 16, height - frameTop - EDGE - 16, 1, 'ink');
  };
  return { width: WIDTH, height, draw };
}

const gap = (height: number): Block => ({ height, draw: () => {} });

const thinRule: Block = { height: 2, draw: (sheet, top) => sheet.fill(MARGIN, top, MEASURE, 2, 'rule') };

const doubleRule: Block = {
  height: 8,
  draw: (sheet, top) => {
    sheet.fill(MARGIN, top, MEASURE, 3, 'ink');
    sheet.fill(MARGIN, top + 6, MEASURE, 1, 'ink');
  },
};

function textBlock(words: string, type: Type, align: 'left' | 'centre' | 'right', letters: Lettering): Block {
  const widthOf = (line: string): number => letters.widthOf(line, type);
  const lines = wrapText(words, MEASURE, (char) => letters.advanceOf(char, type));
  const lineHeight = Math.round(type.size * LEADING);
  const share = { left: 0, centre: 0.5, right: 1 }[align];
  return {
    height: lines.length * lineHeight,
    draw: (sheet, top) => {
      for (const [i, line] of lines.entries()) {
        const x = MARGIN + (MEASURE - widthOf(line)) * share;
        sheet.write(line, x, top + i * lineHeight + (lineHeight - type.size) / 2, type);
      }
    },
  };
}

function bandBlock(words: string, letters: Lettering): Block {
  const text = textBlock(words, TYPES.band, 'centre', letters);
  return {
    height: text.height + 20,
    draw: (sheet, top) => {
      sheet.fill(0, top, sheet.width, text.height + 20, 'ink');
      text.draw(sheet, top + 10);
    },
  };
}

/** A rectangle of two lines at the right edge, where a form carries its date; never round, and no name inside. */
function markBlock(mark: ReceiptImage['mark'], letters: Lettering): Block {
  const inner = [
    { words: mark.label, type: TYPES.mark, top: 17 },
    { words: mark.date, type: TYPES.date, top: 79 },
  ].map((line) => ({ ...line, width: letters.widthOf(line.words, line.type) }));
  const width = Math.ceil(Math.max(...inner.map((line) => line.width)) + 56);
  const height = 122;
  const left = MARGIN + MEASURE - width;
  return {
    height,
    draw: (sheet, top) => {
      sheet.frame(left, top, width, height, 5, 'seal');
      sheet.fill(left + 14, top + 70, width - 28, 2, 'seal');
      for (const line of inner) sheet.write(line.words, left + (width - line.width) / 2, top + line.top, line.type);
    },
  };
}
