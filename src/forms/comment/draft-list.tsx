import type { FC } from 'hono/jsx';
import { collectedAt, phaseOf, type Phase } from '../../drafts/collected.ts';
import { say } from '../../lib/words.ts';
import { Page } from '../../ui/page.tsx';
import { keep, type View } from '../../ui/view.ts';
import type { FormContext } from '../define.ts';
import { DraftFacts } from './draft-facts.tsx';
import { Invented } from './invented.tsx';
import { commentWords as words, phaseWords } from './words.ts';

/** `/drafts`: what one can comment on today, then what comes and what is over. */
export const DraftList: FC<{ view: View; context: FormContext }> = ({ view, context }) => {
  const { lang } = view;
  const { site, today, drafts } = context;
  const offered = collectedAt(drafts, site.id);
  const parts = (Object.keys(phaseWords) as Phase[])
    .map((phase) => ({ phase, found: offered.filter((draft) => phaseOf(draft, today) === phase) }))
    .filter(({ found }) => found.length > 0);
  return (
    <Page view={view} title={say(words.pageTitle, lang)} description={say(words.lead, lang)}>
      <Invented site={site} lang={lang} />
      {parts.length === 0 && <p>{say(words.none, lang)}</p>}
      {parts.map(({ phase, found }) => (
        <section class="drafts">
          <h2>{say(phaseWords[phase], lang)}</h2>
          <ul class="cards">
            {found.map((draft) => (
              <li class="card">
                <a href={keep(view, `/${site.id}/drafts/${draft.id}`)}>{draft.title}</a>
                <DraftFacts draft={draft} today={today} lang={lang} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
};
