import { createMiddleware } from 'hono/factory';
import { countTasks } from '../../cases/tasks/list.ts';
import type { AppEnv } from '../../context.ts';
import { openStops, type OpenStop } from '../../notify/stops/open.ts';
import type { Site } from '../../sites/site.ts';
import type { Account } from '../../staff/account.ts';

/** What is stopped where somebody works, for each site its channels and its codes; who works everywhere sees all. */
const stopsFor = (stops: readonly OpenStop[], sites: readonly Site[], { site: own }: Account) =>
  sites.flatMap(({ id, name }) => {
    const here = stops.filter(({ site }) => site === id && (own === null || own === id));
    return [here.filter(({ held }) => held !== 'codes'), here.filter(({ held }) => held === 'codes')].flatMap((some) =>
      some.length === 0
        ? []
        : [{ site: name, held: some.map((one) => one.held), since: Math.min(...some.map((one) => one.stoppedAt)) }],
    );
  });

/** Reads what the head of every page of the console shows: the open tasks of who is signed in, and what is stopped. */
export const readsHead = createMiddleware<AppEnv>(async (c, next) => {
  const { tools, sites } = c.get('deps');
  const { account } = c.get('signedIn');
  const [waiting, stops] = await Promise.all([countTasks(tools.db, account), openStops(tools.db)]);
  c.set('waiting', waiting);
  c.set('stops', stopsFor(stops, sites, account));
  await next();
});
