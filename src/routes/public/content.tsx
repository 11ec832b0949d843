import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { accessibilityOf } from '../../content/accessibility.ts';
import type { Content } from '../../content/content.ts';
import { guideOf } from '../../content/guide.ts';
import { privacyOf } from '../../content/privacy.ts';
import { reportingOf } from '../../content/reporting.ts';
import type { AppEnv } from '../../context.ts';
import { formsOf, secondStage } from '../../forms/index.ts';
import { pages } from '../../i18n/pages.ts';
import { say } from '../../lib/words.ts';
import type { Site } from '../../sites/site.ts';
import { Page } from '../../ui/page.tsx';
import type { View } from '../../ui/view.ts';
import { viewOf } from './view.ts';

const ContentPage: FC<{ view: View; content: Content }> = ({ view, content }) => {
  const { lang } = view;
  return (
    <Page view={view} title={say(content.title, lang)}>
      {content.sections.map(({ heading, paragraphs, list }) => (
        <section>
          <h2>{say(heading, lang)}</h2>
          {paragraphs.map((words) => (
            <p>{say(words, lang)}</p>
          ))}
          {list && (
            <ul>
              {list.map((words) => (
                <li>{say(words, lang)}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
      <p class="small">{say(pages.version, lang, { version: content.version })}</p>
    </Page>
  );
};

/** What nobody sends is in the guide alone: it collects nothing. */
const bornAt = (site: Site) => secondStage.filter((kind) => kind.possible(site));

const kindsOf = (site: Site) => formsOf(site).map(({ kind, label, content }) => ({ kind, label, ...content }));

/** What a site must publish about itself: guide (信访工作条例 18), privacy (PIPL 17), accessibility; where to report. */
export const contentPages = new Hono<AppEnv>()
  .get('/guide', (c) => {
    const site = c.get('site');
    return c.html(<ContentPage view={viewOf(c)} content={guideOf(site, [...kindsOf(site), ...bornAt(site)])} />);
  })
  .get('/privacy', (c) => {
    const site = c.get('site');
    return c.html(<ContentPage view={viewOf(c)} content={privacyOf(site, kindsOf(site))} />);
  })
  .get('/reporting', (c) => c.html(<ContentPage view={viewOf(c)} content={reportingOf(c.get('site'))} />))
  .get('/accessibility', (c) => c.html(<ContentPage view={viewOf(c)} content={accessibilityOf(c.get('site'))} />));
