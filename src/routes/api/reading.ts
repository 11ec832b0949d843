import type { AppEnv } from '../../context.ts';
import { Hono } from 'hono';
import { newChallenge } from '../../cases/challenge.ts';
import { refuse } from '../../errors.ts';
import { formsOf } from '../../forms/index.ts';
import { shanghaiDate } from '../../lib/clock.ts';
import { say, type Lang } from '../../lib/words.ts';
import { onDuty } from '../../liaison/duty.ts';
import { stationById, stationsOf } from '../../liaison/index.ts';
import type { Station } from '../../liaison/station.ts';
import { languageOf } from '../language.ts';
import { answerRefusal } from '../refusal.tsx';

const stationInWords = (station: Station, today: string, lang: Lang) => ({
  id: station.id,
  code: station.code,
  name: say(station.name, lang),
  address: say(station.address, lang),
  phone: station.phone,
  hours: say(station.hours, lang),
  placement: say(station.placement, lang),
  theme: say(station.theme, lang),
  deputies: station.deputies.map(({ id, name, post, phone }) => ({ id, name, post: say(post, lang), phone })),
  onDuty: onDuty(station, today).map(({ id }) => id),
});

/** What anybody may read of a site. */
export const reading = new Hono<AppEnv>()
  .get('/', (c) => {
    const site = c.get('site');
    const lang = languageOf(c);
    return c.json({
      id: site.id,
      name: say(site.name, lang),
      prefix: site.prefix,
      forms: formsOf(site).map(({ kind, collection }) => ({ kind, collection, open: true })),
      topics: site.topics.map(({ id, label, hint }) => ({ id, label: say(label, lang), hint: say(hint, lang) })),
      languages: ['zh', 'en'],
    });
  })
  .get('/challenge', async (c) => {
    const { ring, clock } = c.get('deps').tools;
    return c.json(await newChallenge(ring, clock, c.get('site').id));
  })
  .get('/stations', (c) => {
    const today = shanghaiDate(c.get('deps').tools.clock.now());
    const lang = languageOf(c);
    return c.json({ stations: stationsOf(c.get('site').id).map((one) => stationInWords(one, today, lang)) });
  })
  .get('/stations/:id', (c) => {
    const station = stationById(c.get('site').id, c.req.param('id'));
    if (!station) return answerRefusal(c, refuse('station.unknown'));
    return c.json(stationInWords(station, shanghaiDate(c.get('deps').tools.clock.now()), languageOf(c)));
  });
