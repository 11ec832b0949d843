import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inArray } from 'drizzle-orm';
import type { Database } from '../src/db/database.ts';
import type { Draft } from '../src/drafts/draft.ts';
import { parseDraft } from '../src/drafts/parse.ts';
import type { DraftText } from '../src/drafts/queries.ts';
import { articles, drafts } from '../src/drafts/tables.ts';
import { addDays } from '../src/workflow/calendar/dates.ts';
import { demoDrafts, type DemoDraft } from './drafts.ts';

function dated(demo: DemoDraft, today: string): Draft {
  const { opensInDays, closesInDays, file: _, ...draft } = demo;
  return { ...draft, opens: addDays(today, opensInDays), closes: addDays(today, closesInDays) };
}

/** The demo drafts with their articles, their windows counted from `today` (`YYYY-MM-DD`, the T of the demo data). */
export function draftsOn(today: string): DraftText[] {
  return demoDrafts.map((draft) => {
    const parsed = parseDraft(readFileSync(join(import.meta.dirname, draft.file), 'utf8'));
    if (!parsed.ok) throw new Error(`${draft.file} cannot be read: ${JSON.stringify(parsed.error)}`);
    return { ...dated(draft, today), articles: parsed.value };
  });
}

/**
 * Lays the demo drafts open in one batch, in place of any of the same ids. Run it before the demo comments are sent: a
 * Worker keeps the drafts it has read for a minute.
 */
export async function seedDrafts({ orm, write }: Pick<Database, 'orm' | 'write'>, today: string): Promise<void> {
  const texts = draftsOn(today);
  const bare = texts.map((text) => {
    const { articles: _, ...draft } = text;
    return { ...draft, collectedBy: [...draft.collectedBy] };
  });
  const ids = texts.map(({ id }) => id);
  const rows = texts.flatMap(({ id: draft, articles: own }) =>
    own.map((article, index) => ({ ...article, draft, position: index + 1, path: [...article.path] })),
  );
  await write([
    orm.delete(articles).where(inArray(articles.draft, ids)),
    orm.delete(drafts).where(inArray(drafts.id, ids)),
    orm.insert(drafts).values(bare),
    orm.insert(articles).values(rows),
  ]);
}
