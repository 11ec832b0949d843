import type { ExportReason } from '../../i18n/export.ts';
import { shanghaiDate } from '../../lib/clock.ts';
import type { Row } from '../../lib/sheet/file.ts';
import { say, type Lang, type Words } from '../../lib/words.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Reader } from '../scope.ts';
import type { SearchTools } from '../search.ts';
import { cellsOf, headOf } from './columns.ts';
import { recordReveals } from './record.ts';
import { openRows } from './rows.ts';
import { idsOf, type Source } from './source.ts';

export type ExportTools = SearchTools & { clock: Clock };

export interface AskedOfExport {
  source: Source;
  lang: Lang;
  /** Why in full; null: masked. */
  why: ExportReason | null;
  /** Stands above everything: the band of a demonstration. */
  band: Words | null;
}

/**
 * The rows of a file, a page at a time as they are pulled: band, head, then every case of the source that is within
 * reach. In full, the reveals of a page stand in the chains of its cases before its first row is given out.
 */
export async function* exportPages(
  tools: ExportTools,
  reader: Reader,
  { source, lang, why, band }: AskedOfExport,
): AsyncGenerator<readonly Row[]> {
  const today = shanghaiDate(tools.clock.now());
  const full = why !== null;
  yield [...(band ? [[say(band, lang)]] : []), headOf(full, lang)];
  for await (const ids of idsOf(tools, reader, source, today)) {
    const rows = await openRows(tools, reader, ids);
    if (why !== null && rows.length > 0) {
      await recordReveals(
        tools,
        reader.id,
        rows.map(({ id }) => id),
        why,
      );
    }
    yield rows.flatMap((row) => {
      const context = tools.contextOf(row.site, shanghaiDate(row.submittedAt));
      return context ? [cellsOf({ row, context, lang, today, full })] : [];
    });
  }
}
