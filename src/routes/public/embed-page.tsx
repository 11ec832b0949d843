import type { FC } from 'hono/jsx';
import { embed as words } from '../../i18n/embed.ts';
import { say } from '../../lib/words.ts';
import type { Site } from '../../sites/site.ts';
import { EMBED_WAYS, embedTags } from '../../ui/embed-tags.ts';
import { Page } from '../../ui/page.tsx';
import { keep, type View } from '../../ui/view.ts';
import type { OpenPage } from './open-pages.ts';

interface At {
  view: View;
  site: Site;
}

/** What a county's web editor pastes, form by form, and the posters. */
export const EmbedPage: FC<At & { base: string; open: readonly OpenPage[] }> = ({ view, site, base, open }) => {
  const { lang } = view;
  return (
    <Page view={view} title={say(words.title, lang)} description={say(words.lead, lang)} styles={['/editors.css']}>
      <HowTo view={view} />
      <Origins view={view} site={site} />
      {open.map((page) => (
        <section id={page.segment}>
          <h2>{say(page.title, lang)}</h2>
          <Tags view={view} site={site} base={base} form={page.segment} title={say(page.title, lang)} />
          {page.subjects.map(({ id, title }) => (
            <details>
              <summary>{say(words.onlyOne, lang, { title: say(title, lang) })}</summary>
              <Tags view={view} site={site} base={base} form={page.segment} id={id} title={say(title, lang)} />
            </details>
          ))}
          <Posters view={view} site={site} page={page} />
        </section>
      ))}
    </Page>
  );
};

const HowTo: FC<{ view: View }> = ({ view: { lang } }) => (
  <section>
    <h2>{say(words.how, lang)}</h2>
    <ol>
      {[words.howCopy, words.howPaste, words.howLook].map((step) => (
        <li>{say(step, lang)}</li>
      ))}
    </ol>
    <p>{say(words.howElse, lang)}</p>
    <p class="hint">{say(words.howMore, lang)}</p>
  </section>
);

const Origins: FC<At> = ({ view: { lang }, site }) => (
  <section id="origins">
    <h2>{say(words.origins, lang)}</h2>
    <p>{say(site.origins.length > 0 ? words.originsAre : words.noOrigins, lang)}</p>
    <ul>
      {site.origins.map((origin) => (
        <li>
          <code>{origin}</code>
        </li>
      ))}
    </ul>
    <p>
      <strong>{say(words.notListed, lang)}</strong>{' '}
      {say(words.notListedHow, lang, { office: say(site.office, lang), phone: site.phone })}
    </p>
  </section>
);

interface TagsProps extends At {
  base: string;
  form: string;
  id?: string;
  title: string;
}

const Tags: FC<TagsProps> = ({ view: { lang }, site, base, form, id, title }) => {
  const tags = embedTags({ base, site: site.id, form, id, lang });
  const hints = { script: words.scriptHint, iframe: words.iframeHint, link: words.linkHint };
  return (
    <>
      {EMBED_WAYS.map((way) => {
        const name = ['tag', form, id, way].filter(Boolean).join('-');
        return (
          <div class="tag">
            <label class="label" for={name}>
              {say(words[way], lang)}
            </label>
            <p class="hint">{say(hints[way], lang)}</p>
            <textarea id={name} rows={way === 'link' ? 2 : 5} readonly spellcheck={false}>
              {tags[way]}
            </textarea>
            <button
              type="button"
              class="button quiet"
              data-copy={tags[way]}
              aria-label={say(words.copyWhat, lang, { form: title, tag: say(words[way], lang) })}
              hidden
            >
              {say(words.copy, lang)}
            </button>
            <span class="copied" data-copied role="status" />
          </div>
        );
      })}
    </>
  );
};

const Posters: FC<At & { page: OpenPage }> = ({ view, site, page: { segment, title, subjects, stations } }) => {
  const { lang } = view;
  const path = `/${site.id}/embed/poster/${segment}`;
  return (
    <>
      <h3>{say(words.posters, lang)}</h3>
      <ul>
        <PosterLink href={keep(view, path)} label={say(words.poster, lang, { form: say(title, lang) })} />
        {subjects.map((subject) => (
          <PosterLink
            href={keep(view, `${path}?id=${subject.id}`)}
            label={say(words.poster, lang, { form: say(subject.title, lang) })}
          />
        ))}
      </ul>
      {stations.length > 0 && (
        <details>
          <summary>{say(words.stationPosters, lang)}</summary>
          <ul class="stations">
            {stations.map(({ id, name }) => (
              <PosterLink href={keep(view, `${path}?station=${id}`)} label={say(name, lang)} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
};

const PosterLink: FC<{ href: string; label: string }> = ({ href, label }) => (
  <li>
    <a href={href}>{label}</a>
  </li>
);
