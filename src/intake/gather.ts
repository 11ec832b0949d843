import type { Clock } from '../lib/clock.ts';
import type { Desk, Item, Order, Taken } from './item.ts';

/** How long one waits for others that come while a call is on its way: its object is writing meanwhile. */
const GATHER_MS = 2;
/** In one go: each costs about 0.3 ms of one request's processor time, and a free plan has 10 ms of it. */
const MOST = 16;
/** Past this whoever was to make the call was cut off, and nobody more is to wait for it. */
const STALE_MS = 200;

interface Waiting {
  order: Order;
  answer(taken: Taken | Promise<Taken>): void;
}

interface Bunch {
  since: number;
  waiting: Waiting[];
}

/** Hands a submission to the object of its site. `hold` keeps a call going where the request that makes it has its answer. */
export type Gather = (desk: Desk, order: Order, hold: (call: Promise<void>) => void) => Promise<Taken>;

const GONE = { is: 'gone' } as const;

/**
 * What several requests of an isolate bring at the same time is made in one go, which takes less of the processor than each
 * in its own turn, and goes to the object of their site as one call. Alone, a submission goes at once.
 */
export function gathering({ now }: Clock): Gather {
  const open = new Map<string, Bunch>();
  const onTheirWay = new Map<string, number>();

  async function call(desk: Desk, site: string, { waiting }: Bunch): Promise<void> {
    onTheirWay.set(site, (onTheirWay.get(site) ?? 0) + 1);
    const made: { item: Item; answer: Waiting['answer'] }[] = [];
    for (const { order, answer } of waiting) {
      try {
        made.push({ item: await order.make(), answer });
      } catch (error) {
        // Rejected where it was asked for; the others go on.
        answer(Promise.reject(error));
      }
    }
    // An object of the release before does not know this call: each then goes straight to the database.
    const taken = await desk.takeAll(made.map(({ item }) => item)).catch(() => made.map(() => GONE));
    onTheirWay.set(site, (onTheirWay.get(site) ?? 1) - 1);
    const apart: Promise<Taken>[] = [];
    for (const [index, { item, answer }] of made.entries()) {
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

  return (desk, order, hold) =>
    new Promise((answer) => {
      const { site } = order;
      const bunch = open.get(site);
      if (bunch && bunch.waiting.length < MOST && Math.abs(now() - bunch.since) < STALE_MS) {
        bunch.waiting.push({ order, answer });
        return;
      }
      const mine = { since: now(), waiting: [{ order, answer }] };
      hold(onTheirWay.get(site) ? callSoon(desk, site, mine) : call(desk, site, mine));
    });
}
