import { Hono } from 'hono';
import type { AppEnv } from '../../context.ts';
import { campaignsOf } from '../../forms/pledge/campaigns.ts';
import { say } from '../../lib/words.ts';
import { languageOf } from '../language.ts';

/** `GET /campaigns`: what one may pledge here, word for word. */
export const campaigns = new Hono<AppEnv>().get('/campaigns', (c) => {
  const lang = languageOf(c);
  return c.json({
    campaigns: campaignsOf(c.get('site')).map(({ id, title, version, notes, undertakings }) => ({
      id,
      title: say(title, lang),
      version,
      notes: say(notes, lang),
      undertakings: undertakings.map((one) => ({ id: one.id, label: say(one.label, lang), text: say(one.text, lang) })),
    })),
  });
});
