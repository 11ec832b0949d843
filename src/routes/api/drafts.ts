import { Hono } from 'hono';
import type { AppEnv } from '../../context.ts';
import { collectedAt } from '../../drafts/collected.ts';
import type { Draft } from '../../drafts/draft.ts';
import { isOpen } from '../../drafts/window.ts';
import { refuse } from '../../errors.ts';
import { answerRefusal } from '../refusal.tsx';
import { formContext } from './site.ts';

const inShort = (draft: Draft, today: string) => {
  const { id, title, owner, opens, closes } = draft;
  return { id, title, owner, opens, closes, open: isOpen(draft, today) };
};

/** The drafts a site lays open, and one of them article by article. */
export const drafts = new Hono<AppEnv>()
  .get('/drafts', async (c) => {
    const { site, today, drafts: all } = await formContext(c);
    return c.json({ drafts: collectedAt(all, site.id).map((draft) => inShort(draft, today)) });
  })
  .get('/drafts/:id', async (c) => {
    const { site, today, drafts: all } = await formContext(c);
    const draft = collectedAt(all, site.id).find(({ id }) => id === c.req.param('id'));
    if (!draft) return answerRefusal(c, refuse('draft.unknown'));
    return c.json({ ...inShort(draft, today), articles: draft.articles });
  });
