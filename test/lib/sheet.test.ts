import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { csvCell, csvLine } from '../../src/lib/sheet/csv.ts';
import { sheetFormats, streamOf, type Row } from '../../src/lib/sheet/file.ts';

async function* pagesOf(...pages: Row[][]): AsyncGenerator<Row[]> {
  for (const page of pages) yield await Promise.resolve(page);
}
const bytesOf = async (parts: AsyncGenerator<Uint8Array>): Promise<Uint8Array> =>
  new Uint8Array(await new Response(streamOf(parts)).arrayBuffer());

/** What a spreadsheet would take for a formula, with what it becomes. */
const FORMULAS = [
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '   =1',
  '　＝1',
  '＋1',
  '－1',
  '＠A1',
  '\u200B=1',
  '\u202E=1',
  '\n=1',
];

test.each(FORMULAS)('a formula in a cell stays the text it is: %j', (text) => {
  expect(csvCell(text)).toMatch(/^"'/);
});

test('everything is quoted; quotation marks are doubled, numbers keep every digit, controls and turned lines go', () => {
  expect(csvLine(['东头"路灯"', '', '15400000001', '0359', '42', 'a\u0000\u0007b\uFFFE\uFFFFc\u202Ed', 'x\r\ny'])).toBe(
    '"东头""路灯""","","\'15400000001","\'0359","42","abcd","x\ny"\r\n',
  );
});

test('a CSV begins with the mark by which Excel reads it as UTF-8', async () => {
  const bytes = await bytesOf(sheetFormats.csv.write(pagesOf([['编号']], [['WR']])));
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(bytes)).toBe('"编号"\r\n"WR"\r\n');
});

const plain = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** The cells of a workbook, by a reader of its own: unzipped, then read as XML. */
function cellsIn(bytes: Uint8Array): string[][] {
  const files = unzipSync(bytes);
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(Object.keys(files).toSorted()).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/_rels/workbook.xml.rels',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
  ]);
  expect(sheet).not.toContain('<f>');
  return [...sheet.matchAll(/<row>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c t="inlineStr"><is><t xml:space="preserve">(.*?)<\/t><\/is><\/c>/gs)].map(([, text = '']) =>
      plain(text),
    ),
  );
}

test('a workbook is read back cell by cell, and holds no formula', async () => {
  const rows = [
    ['编号', '<b>&'],
    FORMULAS.filter((text) => !/[\r\u202E]/.test(text)),
    [' 两 ', '_x0041_', '15400000001'],
  ];
  const bytes = await bytesOf(sheetFormats.xlsx.write(pagesOf(rows.slice(0, 1), rows.slice(1))));
  expect(cellsIn(bytes)).toEqual(rows);
});

test('a text longer than a cell may be says that it is cut', async () => {
  const bytes = await bytesOf(sheetFormats.xlsx.write(pagesOf([['长'.repeat(40_000)]])));
  const [cell = ''] = cellsIn(bytes)[0] ?? [];
  expect([cell.length <= 32_767, cell.endsWith('全文请看原件)')]).toEqual([true, true]);
});

test.each(['csv', 'xlsx'] as const)(
  'a %s is made as it is read, and making it ends when the reader goes',
  async (ending) => {
    let made = 0;
    let ended = false;
    async function* endless(): AsyncGenerator<Row[]> {
      try {
        for (;;) {
          made += 1;
          yield await Promise.resolve([[crypto.randomUUID().repeat(100)]]);
        }
      } finally {
        ended = true;
      }
    }
    const reader = streamOf(sheetFormats[ending].write(endless())).getReader();
    expect(made).toBe(0);
    await reader.read();
    await reader.read();
    const soFar = made;
    expect(soFar).toBeLessThan(100);
    await reader.cancel();
    expect([made, ended]).toEqual([soFar, true]);
  },
);
