import { Hono } from 'hono';
import type { AppEnv } from '../../context.ts';
import { refuse } from '../../errors.ts';
import { formContext } from '../api/site.ts';
import { answerRefusal } from '../refusal.tsx';
import { EmbedPage } from './embed-page.tsx';
import { PosterPage } from './embed-poster.tsx';
import { openPages } from './open-pages.ts';
import { viewOf } from './view.ts';

/** For the county's own people: what to paste into its pages, and what to hang on a wall (`?station=`, `?id=`). */
export const embedPages = new Hono<AppEnv>()
  .get('/embed', async (c) => {
    const open = openPages(await formContext(c));
    const base = c.get('deps').tools.publicUrl;
    return c.html(<EmbedPage view={viewOf(c)} site={c.get('site')} base={base} open={open} />);
  })
  .get('/embed/poster/:form', async (c) => {
    const page = openPages(await formContext(c)).find(({ segment }) => segment === c.req.param('form'));
    const { id, station: stationId } = c.req.query();
    const subject = page?.subjects.find((one) => one.id === id);
    const station = page?.stations.find((one) => one.id === stationId);
    const unknown = (id !== undefined && !subject) || (stationId !== undefined && !station);
    if (!page || unknown) return answerRefusal(c, refuse('route.unknown'));
    const { segment, title, lead } = page;
    const path = subject ? `${segment}/${subject.id}` : segment;
    const at = { view: viewOf(c), site: c.get('site'), base: c.get('deps').tools.publicUrl };
    return c.html(<PosterPage {...at} {...{ path, title: subject?.title ?? title, lead, station }} />);
  });
