import { asc, notInArray } from 'drizzle-orm';
import { firstBrokenLink, type ChainFault } from '../chain/event.ts';
import { events } from '../chain/tables.ts';
import type { Database } from '../db/database.ts';
import { cases } from './tables.ts';

/** The event that begins every case. */
const BEGINNING = 'submitted';

export interface LooseStream {
  stream: string;
  fault: ChainFault | { why: 'case-missing' } | null;
}

/** Walks the chains that belong to no case: none may be broken, and none may be the chain of a case that is gone. */
export async function looseStreams({ orm }: Database): Promise<LooseStream[]> {
  const ofNoCase = notInArray(events.stream, orm.select({ id: cases.id }).from(cases));
  const links = await orm.select().from(events).where(ofNoCase).orderBy(asc(events.stream), asc(events.seq));
  const streams = [...Map.groupBy(links, ({ stream }) => stream)].map(async ([stream, chain]) => ({
    stream,
    fault: chain[0]?.code === BEGINNING ? ({ why: 'case-missing' } as const) : await firstBrokenLink(chain),
  }));
  return Promise.all(streams);
}
