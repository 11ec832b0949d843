import { Zip, ZipDeflate } from 'fflate';
import { utf8 } from '../bytes.ts';
import { lengthOf } from '../text.ts';
import { cellText } from './cell.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The parts of a workbook of one sheet, all but the sheet itself (ECMA-376 part 1, 12.2; part 2, 10). */
const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/></Types>`,
  '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${XML}<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};

/** What a cell of a workbook can hold at most, in UTF-16 units; a longer one makes Excel call the file broken. */
const LONGEST = 32_767;
const CUT = '…(单元格最多 32767 字, 全文请看原件)';

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text between tags. `_x0041_` means a character to Excel, so an underscore that would begin one is written as one. */
function xmlText(text: string): string {
  const fit = cellText(text);
  const short =
    fit.length > LONGEST ? fit.slice(0, LONGEST - lengthOf(CUT) - 1).replace(/[\uD800-\uDBFF]$/, '') + CUT : fit;
  return short.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(/[&<>]/g, (sign) => ESCAPED[sign] ?? sign);
}

/** Inline text in every cell and never a formula: nothing a resident wrote is worked out. */
const rowXml = (cells: readonly string[]): string =>
  `<row>${cells.map((cell) => `<c t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`).join('')}</row>`;

/** A workbook of one sheet, zipped as it is made. */
export async function* workbook(pages: AsyncIterable<readonly (readonly string[])[]>): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = [];
  let broken: Error | null = null;
  const zip = new Zip((error, chunk) => {
    broken ??= error;
    if (chunk.length > 0) made.push(chunk);
  });
  const add = (name: string): ZipDeflate => {
    const part = new ZipDeflate(name, { level: 6 });
    zip.add(part);
    return part;
  };
  for (const [name, xml] of Object.entries(PARTS)) add(name).push(utf8(xml), true);
  const sheet = add('xl/worksheets/sheet1.xml');
  sheet.push(utf8(`${XML}<worksheet xmlns="${SHEET}"><sheetData>`));
  for await (const page of pages) {
    sheet.push(utf8(page.map(rowXml).join('')));
    yield* made.splice(0);
    if (broken) throw broken as Error;
  }
  sheet.push(utf8('</sheetData></worksheet>'), true);
  zip.end();
  yield* made.splice(0);
}
