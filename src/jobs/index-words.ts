import { contextsOf, indexWaiting } from '../cases/search-index.ts';
import type { Deps } from '../context.ts';

const CASES_A_PAGE = 200;
/** Well below the minute after which cron calls again; what is left then is the next run's. */
const BUSY_MS = 20_000;

/** Brings the words of new and changed cases into the index, page by page; after a standstill the newest first. */
export async function indexWords({ dispatching: { db, clock }, sites, drafts }: Deps): Promise<void> {
  const until = clock.now() + BUSY_MS;
  const tools = { db, contextOf: contextsOf(sites, await drafts()) };
  while ((await indexWaiting(tools, CASES_A_PAGE)) === CASES_A_PAGE && clock.now() < until);
}
