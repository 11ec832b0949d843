import type { FC } from 'hono/jsx';
import { poster as words } from '../../i18n/embed.ts';
import { shell } from '../../i18n/shell.ts';
import { say, type Words } from '../../lib/words.ts';
import type { Station } from '../../liaison/station.ts';
import type { Site } from '../../sites/site.ts';
import { ClockTimes } from '../../ui/clock-times.tsx';
import { Page } from '../../ui/page.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { keep, type View } from '../../ui/view.ts';

interface PosterProps {
  view: View;
  site: Site;
  base: string;
  /** Path of the page it leads to, below the site. */
  path: string;
  title: Words;
  lead: Words;
  station?: Station;
}

/** One A4 sheet for a wall: what one can do here, the code, the address in words, and a person to call. */
export const PosterPage: FC<PosterProps> = ({ view, site, base, path, title, lead, station }) => {
  const { lang } = view;
  // A poster is looked at by somebody else than who made it: of the view it keeps the language only.
  const address = base + keep({ lang, elder: false, embed: false }, `/${site.id}/${path}`);
  const scanned = station ? `${address}${address.includes('?') ? '&' : '?'}answers.station=${station.id}` : address;
  const who = station ?? { name: site.office, address: site.address, hours: site.hours, phone: site.phone };
  return (
    <Page view={view} title={say(title, lang)} head="plain" styles={['/editors.css']}>
      <article class="poster">
        <p class="poster-county">{say(site.name, lang)}</p>
        <h1>{say(title, lang)}</h1>
        <p class="poster-lead">{say(lead, lang)}</p>
        <QrCode text={scanned} label={say(words.code, lang, { address: scanned })} />
        <p class="poster-scan">
          <strong>{say(words.scan, lang)}</strong> {say(words.scanHint, lang)}
        </p>
        <p class="poster-address">
          {say(words.type, lang)}
          <br />
          <span>{address}</span>
        </p>
        <section class="poster-who">
          <p>{say(words.help, lang)}</p>
          <h2>{say(who.name, lang)}</h2>
          <p class="poster-phone whole">{who.phone}</p>
          <p>
            {say(shell.address, lang)} {say(who.address, lang)}
            <br />
            {say(shell.hours, lang)} <ClockTimes text={say(who.hours, lang)} />
          </p>
        </section>
      </article>
      <div class="poster-print">
        <button type="button" class="button" data-print hidden>
          {say(words.print, lang)}
        </button>
        <p class="hint">{say(words.printHint, lang)}</p>
      </div>
    </Page>
  );
};
