import { Hono, type Context } from 'hono';
import type { AppEnv } from '../../context.ts';
import { judge, offerOf, offersOf, type Offer } from '../../eligibility/offers.ts';
import { outcomeSentence } from '../../eligibility/outcome-words.ts';
import { amountInWords, stillPending } from '../../eligibility/published.ts';
import { measureQuestions } from '../../eligibility/questions.ts';
import type { Facts } from '../../eligibility/rule.ts';
import { refuse } from '../../errors.ts';
import { shanghaiDate } from '../../lib/clock.ts';
import { readGroup, type Field } from '../../lib/fields/index.ts';
import { say, type Lang } from '../../lib/words.ts';
import { languageOf } from '../language.ts';
import { answerRefusal } from '../refusal.tsx';
import { readJson } from './read-json.ts';

const todayOf = (c: Context<AppEnv>): string => shanghaiDate(c.get('deps').tools.clock.now());

const inShort = ({ measure, version }: Offer, lang: Lang) => ({
  id: measure.id,
  title: say(measure.title, lang),
  payee: measure.payee,
  version: version.effectiveFrom,
});

const factInWords = ([name, field]: [string, Field], lang: Lang) => ({
  name,
  type: field.control,
  label: say(field.label, lang),
  ...(field.hint && { hint: say(field.hint, lang) }),
  required: field.required,
  ...(field.min !== undefined && { min: field.min }),
  ...(field.max !== undefined && { max: field.max }),
  ...(field.options && { options: field.options.map(({ value, label }) => ({ value, label: say(label, lang) })) }),
});

const inFull = (offer: Offer, lang: Lang) => {
  const { measure, version, terms } = offer;
  return {
    ...inShort(offer, lang),
    audience: say(measure.audience, lang),
    facts: Object.entries(version.facts).map((fact) => factInWords(fact, lang)),
    amount: amountInWords(version, lang, terms),
    papers: version.papers.map(({ id, label }) => ({ id, label: say(label, lang) })),
    source: say(version.source, lang),
    pending: stillPending(version, terms).map((open) => say(open, lang)),
  };
};

/** The measures a site offers today, and what comes out for given facts. Nothing of it is stored. */
export const measures = new Hono<AppEnv>()
  .get('/measures', (c) =>
    c.json({ measures: offersOf(c.get('site'), todayOf(c)).map((offer) => inShort(offer, languageOf(c))) }),
  )
  .get('/measures/:id', (c) => {
    const offer = offerOf(c.get('site'), c.req.param('id'), todayOf(c));
    return offer ? c.json(inFull(offer, languageOf(c))) : answerRefusal(c, refuse('measure.unknown'));
  })
  .post('/eligibility', async (c) => {
    const raw = await readJson(c);
    if (!raw.ok) return answerRefusal(c, raw.error);
    const site = c.get('site');
    const offer = offerOf(site, raw.value['measure'], todayOf(c));
    const fields = measureQuestions(offersOf(site, todayOf(c)), offer, false);
    const { value, problems } = readGroup(fields, raw.value);
    if (!offer || problems.length > 0) return answerRefusal(c, refuse('facts.invalid', { problems }), fields);
    const lang = languageOf(c);
    const trace = judge(offer, value['facts'] as Facts, lang);
    return c.json({ ...trace, sentence: outcomeSentence({ ...offer, trace, lang }) });
  });
