import type { FC } from 'hono/jsx';
import { formsOf } from '../../forms/index.ts';
import { pages } from '../../i18n/pages.ts';
import { say } from '../../lib/words.ts';
import type { Site } from '../../sites/site.ts';
import { Cards } from '../../ui/cards.tsx';
import { Page } from '../../ui/page.tsx';
import { keep, type View } from '../../ui/view.ts';

/** The counties, each with what it offers. */
export const HomePage: FC<{ view: View; sites: readonly Site[] }> = ({ view, sites }) => (
  <Page view={view} title={say(pages.homeTitle, view.lang)} description={say(pages.homeLead, view.lang)}>
    <Cards
      cards={sites.map((site) => ({
        href: keep(view, `/${site.id}`),
        title: say(site.name, view.lang),
        text: formsOf(site)
          .filter(({ everywhere }) => !everywhere)
          .map((form) => say(form.label, view.lang))
          .join(' · '),
      }))}
    />
  </Page>
);
