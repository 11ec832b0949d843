import type { Filters } from '../inbox-filters.ts';
import type { InboxView } from '../inbox-views.ts';
import { inbox, inboxCountUpTo } from '../inbox.ts';
import type { Reader } from '../scope.ts';
import { search, type SearchTools } from '../search.ts';

/** What is exported: a view of the inbox as it is narrowed down, or what a search finds. */
export type Source = { is: 'inbox'; view: InboxView; filters: Filters } | { is: 'search'; query: string };

/** Cases a page: one query lists them, one reads them. */
export const PAGE = 200;

/** Ids of a source in the order of its list, a page at a time; nothing is read ahead of whoever asks. */
export async function* idsOf(
  tools: SearchTools,
  reader: Reader,
  source: Source,
  today: string,
): AsyncGenerator<readonly string[]> {
  for (let after: string | null = ''; after !== null;) {
    const page: { lines: readonly { id: string }[]; next: string | null } =
      source.is === 'inbox'
        ? await inbox(tools.db, reader, { ...source, after, today, most: PAGE })
        : await search(tools, reader, source.query, after);
    if (page.lines.length > 0) yield page.lines.map(({ id }) => id);
    after = page.next;
  }
}

/** How many cases a source has; counting stops at one more than `most`. */
export async function countOf(
  tools: SearchTools,
  reader: Reader,
  source: Source,
  today: string,
  most: number,
): Promise<number> {
  if (source.is === 'inbox') return inboxCountUpTo(tools.db, reader, { ...source, today }, most);
  let n = 0;
  for await (const page of idsOf(tools, reader, source, today)) {
    n += page.length;
    if (n > most) return most + 1;
  }
  return n;
}
