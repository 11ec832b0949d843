import { storedCases } from '../../src/cases/stored.ts';
import { looseStreams, type LooseStream } from '../../src/cases/streams.ts';
import type { Tools } from '../../src/cases/tools.ts';
import { verifyCase, type Verdict } from '../../src/cases/verify.ts';

const PAGE = 200;

/** Every case of the database, a page at a time, oldest first. */
export async function* verdictsOfAll({ db, ring }: Pick<Tools, 'db' | 'ring'>): AsyncGenerator<Verdict> {
  for (let after = ''; ;) {
    const page = await storedCases(db, { after, limit: PAGE });
    for (const stored of page) yield verifyCase(ring, stored);
    after = page.at(-1)?.row.id ?? '';
    if (page.length < PAGE) return;
  }
}

export interface Walk {
  cases: number;
  erased: number;
  broken: Verdict[];
  brokenStreams: LooseStream[];
}

/** Checks everything that is kept: each case, and the chains that belong to none. */
export async function verifyAll(tools: Pick<Tools, 'db' | 'ring'>): Promise<Walk> {
  const walk: Walk = { cases: 0, erased: 0, broken: [], brokenStreams: [] };
  for await (const verdict of verdictsOfAll(tools)) {
    walk.cases += 1;
    if (verdict.erased) walk.erased += 1;
    if (verdict.faults.length > 0) walk.broken.push(verdict);
  }
  walk.brokenStreams = (await looseStreams(tools.db)).filter(({ fault }) => fault !== null);
  return walk;
}
