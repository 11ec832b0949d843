import type { Clock } from '../lib/clock.ts';
import type { Desk, Item, Taken } from './item.ts';

/** How long one waits for others that come while a call is on its way: its object is writing meanwhile. */
const GATHER_MS = 2;
/** In one call; each may be some 300 KB, and a call takes 32 MB. */
const MOST = 50;
/** Past this whoever was to make the call was cut off, and nobody more is to wait for it. */
const STALE_MS = 200;

interface Waiting {
  item: Item;
  answer(taken: Taken | Promise<Taken>): void;
}

interface Bunch {
  since: number;
  waiting: Waiting[];
}

/** Hands an item to the object of its site. `hold` keeps a call going where the request that makes it has its answer. */
export type Gather = (desk: Desk, item: Item, hold: (call: Promise<void>) => void) => Promise<Taken>;

const GONE = { is: 'gone' } as const;

/**
 * What several requests of an isolate bring at the same time goes to the object of their site as one call, which costs as
 * much as all that is sealed for a submission. Alone, a submission goes at once.
 */
export function gathering({ now }: Clock): Gather {
  const open = new Map<string, Bunch>();
  const onTheirWay = new Map<string, number>();

  async function call(desk: Desk, site: string, { waiting }: Bunch): Promise<void> {
    onTheirWay.set(site, (onTheirWay.get(site) ?? 0) + 1);
    // An object of the release before does not know this call: each then goes straight to the database.
    const taken = await desk.takeAll(waiting.map(({ item }) => item)).catch(() => waiting.map(() => GONE));
    onTheirWay.set(site, (onTheirWay.get(site) ?? 1) - 1);
    const apart: Promise<Taken>[] = [];
    for (const [index, { item, answer }] of waiting.entries()) {
      const one = taken[index] ?? desk.take(item).catch(() => GONE);
      if (one instanceof Promise) apart.push(one);
      answer(one);
    }
    await Promise.all(apart);
  }

  async function callSoon(desk: Desk, site: string, bunch: Bunch): Promise<void> {
    open.set(site, bunch);
    await new Promise((go) => setTimeout(go, GATHER_MS));
    if (open.get(site) === bunch) open.delete(site);
    await call(desk, site, bunch);
  }

  return (desk, item, hold) =>
    new Promise((answer) => {
      const { site } = item;
      const bunch = open.get(site);
      if (bunch && bunch.waiting.length < MOST && Math.abs(now() - bunch.since) < STALE_MS) {
        bunch.waiting.push({ item, answer });
        return;
      }
      const mine = { since: now(), waiting: [{ item, answer }] };
      hold(onTheirWay.get(site) ? callSoon(desk, site, mine) : call(desk, site, mine));
    });
}
