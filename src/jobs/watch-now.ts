import type { Deps } from '../context.ts';
import { watchAll, type Watched } from '../watch/watch.ts';

/** Every figure of the health page as it is now. */
export const watchNow = ({ tools: { db, ring, clock, intake }, sites, objects }: Deps): Promise<Watched[]> =>
  watchAll({ db, ring, clock, sites, backlog: intake.backlog, store: objects !== null });
