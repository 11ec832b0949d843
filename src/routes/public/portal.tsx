import type { FC } from 'hono/jsx';
import type { FormKind } from '../../forms/define.ts';
import { formsOf } from '../../forms/index.ts';
import { proposal } from '../../forms/proposal/index.ts';
import { pages } from '../../i18n/pages.ts';
import { proposalPages } from '../../i18n/proposals.ts';
import { say } from '../../lib/words.ts';
import { statisticsLine, stationsOf } from '../../liaison/index.ts';
import type { Site } from '../../sites/site.ts';
import { Cards, type Card } from '../../ui/cards.tsx';
import { Page } from '../../ui/page.tsx';
import { keep, type View } from '../../ui/view.ts';

/** A county's first page: what one can do here. */
export const PortalPage: FC<{ view: View; site: Site }> = ({ view, site }) => {
  const { lang } = view;
  const card = (path: string, title: Card['title'], text: string): Card => ({
    href: keep(view, `/${site.id}/${path}`),
    title,
    text,
  });
  const formCard = ({ page }: FormKind): Card => card(page.segment, say(page.title, lang), say(page.lead, lang));
  // What the law gives everybody everywhere comes after what the county itself offers.
  const { own = [], everywhere = [] } = Object.groupBy(formsOf(site), (form) =>
    form.everywhere ? 'everywhere' : 'own',
  );
  const statistics = statisticsLine(site.id, lang);
  return (
    <Page view={view} title={say(pages.portalLead, lang)}>
      <Cards
        cards={[
          ...own.map(formCard),
          card('status', say(pages.statusTitle, lang), say(pages.statusShort, lang)),
          ...(stationsOf(site.id).length > 0
            ? [card('stations', say(pages.stationsTitle, lang), say(pages.stationsShort, lang))]
            : []),
          ...(proposal.possible(site)
            ? [card('proposals', say(proposalPages.title, lang), say(proposalPages.short, lang))]
            : []),
          ...everywhere.map(formCard),
        ]}
      />
      {statistics && <p class="hint">{statistics}</p>}
      <p class="small">
        <a href={keep(view, `/${site.id}/embed`)}>{say(pages.embedShort, lang)}</a>
      </p>
    </Page>
  );
};
