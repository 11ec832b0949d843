import { Hono } from 'hono';
import type { AppEnv } from '../../context.ts';
import { refuse } from '../../errors.ts';
import { forms, formsOf } from '../../forms/index.ts';
import { knownSite } from '../api/site.ts';
import { answerRefusal } from '../refusal.tsx';
import { confirmPages } from './confirm.tsx';
import { contactPages } from './contact.tsx';
import { contentPages } from './content.tsx';
import { embedPages } from './embed.tsx';
import { showForm, takeForm } from './form.tsx';
import { formContext } from '../api/site.ts';
import { HomePage } from './home.tsx';
import { personalPages } from './personal.tsx';
import { PortalPage } from './portal.tsx';
import { proposalPublicPages } from './proposals.tsx';
import { receiptPages } from './receipt.tsx';
import { stationPages } from './stations.tsx';
import { statusPages } from './status.tsx';
import { viewOf } from './view.ts';

const ofSite = new Hono<AppEnv>()
  .use(knownSite)
  .get('/', (c) => c.html(<PortalPage view={viewOf(c)} site={c.get('site')} />))
  .route('/', receiptPages)
  .route('/', contactPages)
  .route('/', personalPages)
  .route('/', statusPages)
  .route('/', confirmPages)
  .route('/', stationPages)
  .route('/', proposalPublicPages)
  .route('/', contentPages)
  .route('/', embedPages);

// Every form kind has its page where its definition says.
for (const form of forms) {
  const { segment, subject, List } = form.page;
  ofSite.use(`/${segment}/*`, async (c, next) => {
    if (!formsOf(c.get('site')).includes(form)) return answerRefusal(c, refuse('form.closed'));
    await next();
  });
  if (List) {
    ofSite.get(`/${segment}`, async (c) => c.html(<List view={viewOf(c)} context={await formContext(c, form)} />));
  } else {
    ofSite.get(`/${segment}`, (c) => showForm(c, form));
    ofSite.post(`/${segment}`, (c) => takeForm(c, form));
  }
  if (subject) {
    ofSite.get(`/${segment}/:id`, (c) => showForm(c, form, c.req.param('id')));
    ofSite.post(`/${segment}/:id`, (c) => takeForm(c, form, c.req.param('id')));
  }
}

/** What residents see: every page works with a plain form and no script. */
export const publicPages = new Hono<AppEnv>()
  .get('/', (c) => c.html(<HomePage view={viewOf(c)} sites={c.get('deps').sites} />))
  .route('/:site', ofSite);
