import { Hono } from 'hono';
import { contactFields, correctContact } from '../../cases/correct-contact.ts';
import { lookUp } from '../../cases/look-up.ts';
import type { AppEnv } from '../../context.ts';
import { wake } from '../../jobs/tick.ts';
import { readForm, readGroup } from '../../lib/fields/index.ts';
import { answerRefusal } from '../refusal.tsx';
import { ContactPage, CorrectedPage } from './contact-page.tsx';
import { again, typed } from './status.tsx';
import { viewOf } from './view.ts';

/** Putting phone or e-mail right: number and code open it, and every wrong try counts as one at looking up. */
export const contactPages = new Hono<AppEnv>().post('/status/contact', async (c) => {
  const asked = await typed(c);
  if (!asked.ok) return asked.error;
  const { receipt, code, sure, posted } = asked.value;
  const { tools, address, later } = c.get('deps');
  const site = c.get('site');
  const shared = { view: viewOf(c), site, receipt, code };
  const found = await lookUp(tools, { site, receipt, code, address });
  if (!found.ok) return again(c, receipt, found.error);
  if (!sure) return c.html(<ContactPage {...shared} />);
  const raw = readForm(contactFields, posted);
  const { value, problems } = readGroup(contactFields, raw);
  if (problems.length > 0) return c.html(<ContactPage {...shared} {...{ raw, problems }} />, 422);
  const done = await correctContact(tools, found.value, site, value);
  if (!done.ok && done.error.code === 'answers.invalid') {
    return c.html(<ContactPage {...shared} {...{ raw, problems: done.error.problems }} />, 422);
  }
  if (!done.ok) return answerRefusal(c, done.error);
  later(() => wake(c.get('deps')));
  return c.html(<CorrectedPage {...shared} sentAgain={done.value.sentAgain} />);
});
