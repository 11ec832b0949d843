import { createMiddleware } from 'hono/factory';
import { countTasks } from '../../cases/tasks/list.ts';
import type { AppEnv } from '../../context.ts';

/** Counts the open tasks of who is signed in, for the head of every page of the console. */
export const countsTasks = createMiddleware<AppEnv>(async (c, next) => {
  c.set('waiting', await countTasks(c.get('deps').tools.db, c.get('signedIn').account));
  await next();
});
