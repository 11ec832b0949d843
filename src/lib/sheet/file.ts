import { utf8 } from '../bytes.ts';
import { BOM, csvLine } from './csv.ts';
import { workbook } from './xlsx.ts';

export type Row = readonly string[];

/** A file of rows, made a page of rows at a time, so that memory holds one page whatever the number of rows. */
export interface SheetFormat {
  type: string;
  write(pages: AsyncIterable<readonly Row[]>): AsyncGenerator<Uint8Array>;
}

async function* csv(pages: AsyncIterable<readonly Row[]>): AsyncGenerator<Uint8Array> {
  yield utf8(BOM);
  for await (const page of pages) yield utf8(page.map(csvLine).join(''));
}

/** THE list of file formats, by the ending of the file's name. */
export const sheetFormats = {
  csv: { type: 'text/csv; charset=utf-8', write: csv },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: workbook },
} as const satisfies Record<string, SheetFormat>;
export type SheetEnding = keyof typeof sheetFormats;

export const isSheetEnding = (text: string): text is SheetEnding => Object.hasOwn(sheetFormats, text);

/** Pulled by whoever reads it: nothing is made before it is asked for, and who goes away ends the making. */
export function streamOf(parts: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await parts.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await parts.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
