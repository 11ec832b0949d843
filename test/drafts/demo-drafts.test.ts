import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { demoDrafts } from '../../demo/drafts.ts';
import { parseDraft } from '../../src/drafts/parse.ts';
import { siteById } from '../../src/sites/index.ts';

test.each(demoDrafts.map((draft) => [draft.id, draft] as const))(
  '%s can be read and says it is invented',
  (_, draft) => {
    const parsed = parseDraft(readFileSync(join(import.meta.dirname, '../../demo', draft.file), 'utf8'));
    expect(parsed.ok && parsed.value.length).toBe(
      { 'hd-waste-2026': 28, 'hd-reading-2025': 6, 'hd-fire-2026': 2 }[draft.id],
    );
    expect(draft.title).toContain('虚构');
    expect(draft.owner).toContain('虚构');
  },
);

test.each(demoDrafts.map((draft) => [draft.id, draft] as const))(
  '%s is open thirty days or says why not',
  (_, draft) => {
    const days = draft.closesInDays - draft.opensInDays + 1;
    expect(days).toBeGreaterThan(0);
    expect(draft.shortReason === undefined).toBe(days >= 30);
  },
);

test('one draft is closed, two are open today, and every site that collects is open for comments', () => {
  const open = demoDrafts.filter((draft) => draft.opensInDays <= 0 && draft.closesInDays >= 0);
  expect(open.map((draft) => draft.id)).toEqual(['hd-waste-2026', 'hd-fire-2026']);
  for (const draft of demoDrafts) {
    for (const id of draft.collectedBy) expect(siteById(id)?.forms).toContain('comment');
  }
});
