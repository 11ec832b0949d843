import type { FC } from 'hono/jsx';
import { shell } from '../i18n/shell.ts';
import { say } from '../lib/words.ts';
import type { Site } from '../sites/site.ts';
import { ClockTimes } from './clock-times.tsx';
import { keep, telephone, type View } from './view.ts';

const ABOUT = ['guide', 'privacy', 'accessibility'] as const;

/** Who answers for the page and how to reach them, where there is a site; the switches for type size and language. */
export const Foot: FC<{ view: View; site?: Site | undefined }> = ({ view, site }) => {
  const { lang, elder } = view;
  return (
    <footer class="foot">
      <div class="line">
        {site && <Answering site={site} view={view} />}
        <nav aria-label={say(shell.links, lang)}>
          {site && ABOUT.map((page) => <a href={keep(view, `/${site.id}/${page}`)}>{say(shell[page], lang)}</a>)}
          <a href={keep(view, view.path, { elder: !elder })}>{say(elder ? shell.standard : shell.elder, lang)}</a>
          <a
            href={keep(view, view.path, { lang: lang === 'zh' ? 'en' : 'zh' })}
            lang={lang === 'zh' ? 'en' : 'zh-CN'}
            hreflang={lang === 'zh' ? 'en' : 'zh-CN'}
          >
            {say(shell.otherLanguage, lang)}
          </a>
        </nav>
        {site && <p class="small">{say(site.footer, lang)}</p>}
      </div>
    </footer>
  );
};

const Answering: FC<{ site: Site; view: View }> = ({ site, view: { lang } }) => (
  <p>
    {say(shell.answers, lang, { office: say(site.office, lang) })}
    <br />
    {say(shell.phone, lang)} <a href={telephone(site.phone)}>{site.phone}</a>
    <br />
    {say(shell.hours, lang)} <ClockTimes text={say(site.hours, lang)} />
    <br />
    {say(shell.address, lang)} {say(site.address, lang)}
  </p>
);
