import type { FC } from 'hono/jsx';
import type { Offer } from '../../eligibility/offers.ts';
import { amountInWords, stillPending } from '../../eligibility/published.ts';
import { say, type Lang, type Words } from '../../lib/words.ts';
import type { PagePart } from '../define.ts';
import { offerIn } from './fields.ts';
import { applicationWords as words, payeeWords } from './words.ts';

const between: Words = { zh: '、', en: ', ' };

/** What is public of a measure: who, to whom, how much, and what is still 待定. */
export const OfferFacts: FC<{ offer: Offer; lang: Lang }> = ({ offer: { measure, version, terms }, lang }) => {
  const pending = stillPending(version, terms);
  const rows: [Words, string][] = [
    [words.who, say(measure.audience, lang)],
    [words.howMuch, amountInWords(version, lang, terms)],
    [words.paidTo, say(payeeWords[measure.payee], lang)],
    [words.pending, pending.map((one) => say(one, lang)).join(say(between, lang))],
  ];
  return (
    <dl class="facts">
      {rows
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <div>
            <dt>{say(label, lang)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
};

/** Stands before the questions of a measure's own page. */
export const MeasureFacts: FC<PagePart> = ({ view: { lang }, context, raw }) => {
  const offer = offerIn(context, raw);
  if (!offer) return null;
  const { papers, source } = offer.version;
  return (
    <section class="measure">
      <OfferFacts offer={offer} lang={lang} />
      <details>
        <summary>{say(words.papers, lang)}</summary>
        <ul>
          {papers.map(({ label }) => (
            <li>{say(label, lang)}</li>
          ))}
        </ul>
        <p class="small">{say(words.papersNote, lang)}</p>
      </details>
      <p class="small">{say(source, lang)}</p>
    </section>
  );
};
