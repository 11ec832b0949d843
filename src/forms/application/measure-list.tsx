import type { FC } from 'hono/jsx';
import { offersOf } from '../../eligibility/offers.ts';
import { say } from '../../lib/words.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { keep, type View } from '../../ui/view.ts';
import type { FormContext } from '../define.ts';
import { OfferFacts } from './measure-facts.tsx';
import { applicationWords as words } from './words.ts';

/** `/subsidies`: every measure of the county, and above them where all this was read. */
export const MeasureList: FC<{ view: View; context: FormContext }> = ({ view, context: { site, today } }) => {
  const { lang } = view;
  const offers = offersOf(site, today);
  const sources = new Set(offers.map(({ version }) => say(version.source, lang)));
  return (
    <Page view={view} title={say(words.pageTitle, lang)} description={say(words.lead, lang)}>
      {offers.length === 0 && <p>{say(words.none, lang)}</p>}
      {[...sources].map((source) => (
        <Notice>
          <p class="small">{source}</p>
        </Notice>
      ))}
      <ul class="cards">
        {offers.map((offer) => (
          <li class="card">
            <a href={keep(view, `/${site.id}/subsidies/${offer.measure.id}`)}>{say(offer.measure.title, lang)}</a>
            <OfferFacts offer={offer} lang={lang} />
          </li>
        ))}
      </ul>
    </Page>
  );
};
