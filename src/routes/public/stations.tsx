import { Hono } from 'hono';
import type { FC, PropsWithChildren } from 'hono/jsx';
import type { AppEnv } from '../../context.ts';
import { dutyModel } from '../../i18n/liaison.ts';
import { receptionDays } from '../../i18n/dates.ts';
import { pages } from '../../i18n/pages.ts';
import { shell } from '../../i18n/shell.ts';
import { shanghaiDate } from '../../lib/clock.ts';
import { say, type Lang } from '../../lib/words.ts';
import { onDuty } from '../../liaison/duty.ts';
import { statisticsLine, stationsOf } from '../../liaison/index.ts';
import type { Station } from '../../liaison/station.ts';
import { ButtonLink } from '../../ui/buttons.tsx';
import { ClockTimes } from '../../ui/clock-times.tsx';
import { Page } from '../../ui/page.tsx';
import { keep, telephone, type View } from '../../ui/view.ts';
import { viewOf } from './view.ts';

const Phone: FC<{ phone: string }> = ({ phone }) => <a href={telephone(phone)}>{phone}</a>;

const Line: FC<PropsWithChildren<{ label: string }>> = ({ label, children }) => (
  <p>
    <span class="hint">{label}</span> {children}
  </p>
);

const StationCard: FC<{ station: Station; today: string; view: View }> = ({ station, today, view }) => {
  const { lang } = view;
  const duty = onDuty(station, today);
  return (
    <section class="station" id={station.id}>
      <h2>{say(station.name, lang)}</h2>
      <p>{say(station.placement, lang)}</p>
      <Line label={say(shell.address, lang)}>{say(station.address, lang)}</Line>
      <Line label={say(shell.phone, lang)}>
        <Phone phone={station.phone} />
      </Line>
      <Line label={say(pages.reception, lang)}>
        {receptionDays(station.receptionDays, lang)} <ClockTimes text={say(station.hours, lang)} />
      </Line>
      <Line label={say(pages.whoIsThere, lang)}>{say(dutyModel[station.duty], lang)}</Line>
      <Line label={say(pages.points, lang)}>{say(pages.pointCount, lang, { count: station.points })}</Line>
      <Line label={say(pages.theme, lang)}>{say(station.theme, lang)}</Line>
      {duty.length > 0 && <Line label={say(pages.onDuty, lang)}>{duty.map(({ name }) => name).join(', ')}</Line>}
      <Deputies station={station} lang={lang} />
      <ButtonLink
        href={keep(view, `/${station.site}/petition?answers.station=${station.id}`)}
        label={say(pages.tellStation, lang)}
        quiet
      />
    </section>
  );
};

const Deputies: FC<{ station: Station; lang: Lang }> = ({ station, lang }) => (
  <ul aria-label={say(pages.deputies, lang)}>
    {station.deputies.map(({ name, post, phone }) => (
      <li>
        {name} · {say(post, lang)} · <Phone phone={phone} />
      </li>
    ))}
  </ul>
);

/** The liaison network: where, who, when. Name, post and phone of deputies are public (代表法 58). */
export const stationPages = new Hono<AppEnv>().get('/stations', (c) => {
  const view = viewOf(c);
  const { lang } = view;
  const site = c.get('site');
  const stations = stationsOf(site.id);
  const today = shanghaiDate(c.get('deps').tools.clock.now());
  return c.html(
    <Page view={view} title={say(pages.stationsTitle, lang)} description={say(pages.stationsLead, lang)}>
      {stations.map((station) => (
        <StationCard station={station} today={today} view={view} />
      ))}
      {stations.length === 0 && <p>{say(pages.noStations, lang, { office: say(site.office, lang) })}</p>}
      <p class="small">{statisticsLine(site.id, lang)}</p>
    </Page>,
  );
});
