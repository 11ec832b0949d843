import { asc } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import type { Article, Draft } from './draft.ts';
import { articles, drafts } from './tables.ts';

export interface DraftText extends Draft {
  articles: readonly Article[];
}

/** All drafts with their articles in order, newest window first: reference data, read through a cache. */
export async function allDrafts({ orm }: Database): Promise<DraftText[]> {
  const [draftRows, articleRows] = await orm.batch([
    orm.select().from(drafts),
    orm.select().from(articles).orderBy(asc(articles.draft), asc(articles.position)),
  ]);
  return draftRows
    .map(({ shortReason, ...draft }) => ({
      ...draft,
      ...(shortReason !== null && { shortReason }),
      articles: articleRows
        .filter((article) => article.draft === draft.id)
        .map(({ id, number, path, text }) => ({ id, number, path, text })),
    }))
    .toSorted((a, b) => b.closes.localeCompare(a.closes));
}
