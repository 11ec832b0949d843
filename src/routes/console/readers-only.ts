import { createMiddleware } from 'hono/factory';
import { readsCases } from '../../cases/scope.ts';
import type { AppEnv } from '../../context.ts';
import { refuse } from '../../errors.ts';
import { answerRefusal } from '../refusal.tsx';

/** Whoever reads no case learns no more than that there is no such page. */
export const readersOnly = createMiddleware<AppEnv>(async (c, next) => {
  if (!readsCases(c.get('signedIn').account.role)) return answerRefusal(c, refuse('route.unknown'));
  await next();
});
