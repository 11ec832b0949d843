import { brokenBundles, type BrokenBundle } from '../../src/cases/matter/verify.ts';
import { storedCases } from '../../src/cases/stored.ts';
import { looseStreams, type LooseStream } from '../../src/cases/streams.ts';
import type { Tools } from '../../src/cases/tools.ts';
import { unkeptStreams, type UnkeptStream } from '../../src/cases/unkept.ts';
import { verifyCase, type Verdict } from '../../src/cases/verify.ts';
import { walkSeals, type SealWalk } from '../../src/chain/seal-walk.ts';
import { publicKeys } from '../../src/lib/sealing/signing.ts';

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
  brokenBundles: BrokenBundle[];
  seals: SealWalk;
  unkept: UnkeptStream[];
}

/** Checks everything that is kept: each case, its bundle, the chains that belong to none, and all against the hourly seals. */
export async function verifyAll(tools: Pick<Tools, 'db' | 'ring'>): Promise<Walk> {
  const { db, ring } = tools;
  let [cases, erased] = [0, 0];
  const broken: Verdict[] = [];
  for await (const verdict of verdictsOfAll(tools)) {
    cases += 1;
    if (verdict.erased) erased += 1;
    if (verdict.faults.length > 0) broken.push(verdict);
  }
  const brokenStreams = (await looseStreams(db)).filter(({ fault }) => fault !== null);
  const seals = await walkSeals(db, await publicKeys(ring, 'heads'));
  return {
    cases,
    erased,
    broken,
    brokenStreams,
    brokenBundles: await brokenBundles(db),
    seals,
    unkept: await unkeptStreams(db),
  };
}
