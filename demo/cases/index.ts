import type { DemoCase } from './case.ts';
import { wasteComments } from './comments.ts';
import { dataRequests } from './data-requests.ts';
import { generatedPetitions } from './generated.ts';
import { wanrongFilings } from './filings.ts';
import { withGeneratedRoads } from './generated-roads.ts';
import { jishanPetitions, jishanPledges } from './jishan.ts';
import { pingluPetitions } from './pinglu.ts';
import { pingluRoads } from './pinglu-roads.ts';
import type { DemoStep } from './road.ts';
import { wanrongPetitions } from './wanrong.ts';
import { wanrongProposals } from './wanrong-proposals.ts';
import { wanrongRoads } from './wanrong-roads.ts';
import { wenxiApplications, wenxiPetitions } from './wenxi.ts';

const along = (cases: readonly DemoCase[], roads: Readonly<Record<string, readonly DemoStep[]>>): DemoCase[] =>
  cases.map((one) => ({ ...one, road: roads[one.ref] ?? [] }));

/** Roads of two lists as one, in the order of time. */
const together = (...roads: readonly Readonly<Record<string, readonly DemoStep[]>>[]): Record<string, DemoStep[]> =>
  Object.fromEntries(
    [...new Set(roads.flatMap((road) => Object.keys(road)))].map((ref) => [
      ref,
      roads
        .flatMap((road) => road[ref] ?? [])
        .toSorted((a, b) => b.daysAgo - a.daysAgo || (a.time < b.time ? -1 : Number(a.time > b.time))),
    ]),
  );

/** Everything the demo counties have been sent when the first start is on `today` (`YYYY-MM-DD`). */
export const demoCases = (today: string): DemoCase[] => [
  ...along(wanrongPetitions, together(wanrongRoads, wanrongProposals)).map((one) => {
    const filed = wanrongFilings[one.ref];
    return filed ? { ...one, filed } : one;
  }),
  ...wasteComments,
  ...wenxiApplications,
  ...wenxiPetitions,
  ...jishanPledges,
  ...jishanPetitions,
  ...along(pingluPetitions, pingluRoads),
  ...dataRequests,
  ...withGeneratedRoads(generatedPetitions(today)),
];
