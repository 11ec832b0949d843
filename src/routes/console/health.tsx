import { Hono, type Context } from 'hono';
import type { FC } from 'hono/jsx';
import type { AppEnv } from '../../context.ts';
import { momentInWords } from '../../i18n/dates.ts';
import { staff as staffWords } from '../../i18n/staff.ts';
import { staffMessageWords } from '../../i18n/staff-messages.ts';
import { watchFigures, watchLevels, watchWords as words, type Level } from '../../i18n/watch.ts';
import { watchNow } from '../../jobs/watch-now.ts';
import { shanghaiTime } from '../../lib/clock.ts';
import { say, type Lang } from '../../lib/words.ts';
import type { Site } from '../../sites/site.ts';
import type { Reading } from '../../watch/figure.ts';
import { somebodyHears } from '../../staff-messages/alarms.ts';
import { worst, type Watched } from '../../watch/watch.ts';
import { Notice } from '../../ui/notice.tsx';
import { keep } from '../../ui/view.ts';
import { viewOf } from '../public/view.ts';
import { ConsolePage } from './console-page.tsx';
import { needs } from './guards.ts';
import { limitsInWords, readingInWords } from '../../watch/words.ts';

const TONES = { good: 'good', watch: 'soon', act: 'bad' } as const;

const Mark: FC<{ level: Level; lang: Lang }> = ({ level, lang }) => (
  <span class={`level ${level}`}>{say(watchLevels[level], lang)}</span>
);

type Read = Reading & { level: Level };

/** What each site has; those that are well and have nothing are told by one word together. */
const Values: FC<{ watched: Watched; sites: readonly Site[]; lang: Lang }> = ({ watched, sites, lang }) => {
  const { figure, readings } = watched;
  const saying = (reading: Read) => readingInWords(figure, reading, lang);
  const told = readings.filter(({ level, value }) => level !== 'good' || (value ?? 0) > 0);
  const [first] = readings;
  if (told.length === 0 || !told.some(({ site }) => site !== undefined))
    return <p class="health-value">{first ? saying(told[0] ?? first) : say(words.nothing, lang)}</p>;
  return (
    <ul class="health-sites">
      {told.map((reading) => (
        <li>
          {sites.flatMap(({ id, name }) => (id === reading.site ? [say(name, lang)] : []))}: <b>{saying(reading)}</b>
          {reading.level !== 'good' && ` (${say(watchLevels[reading.level], lang)})`}
        </li>
      ))}
    </ul>
  );
};

const FigureLine: FC<{ watched: Watched; sites: readonly Site[]; lang: Lang }> = ({ watched, sites, lang }) => {
  const { figure, level } = watched;
  const { label, todo } = watchFigures[figure.id];
  return (
    <li id={figure.id}>
      <h2>{say(label, lang)}</h2>
      <Mark {...{ level, lang }} />
      <Values {...{ watched, sites, lang }} />
      <div class="health-more">
        <p class="small">{limitsInWords(figure, lang)}</p>
        {level === 'good' ? (
          <details>
            <summary>{say(words.todo, lang)}</summary>
            <p>{say(todo, lang)}</p>
          </details>
        ) : (
          <p>
            <b>{say(words.todo, lang)}:</b> {say(todo, lang)}
          </p>
        )}
      </div>
    </li>
  );
};

/** How many are not well, and where they stand on the page. */
const Summary: FC<{ all: readonly Watched[]; lang: Lang }> = ({ all, lang }) => {
  const of = (wanted: Level) => all.filter(({ level }) => level === wanted);
  const [act, watch] = [of('act'), of('watch')];
  const title = say(act.length + watch.length === 0 ? words.allGood : words.summary, lang, {
    act: act.length,
    watch: watch.length,
  });
  return (
    <Notice tone={TONES[worst(all.map(({ level }) => level))]} title={title}>
      {[...act, ...watch].map(({ figure, level }) => (
        <p>
          <Mark {...{ level, lang }} /> <a href={`#${figure.id}`}>{say(watchFigures[figure.id].label, lang)}</a>
        </p>
      ))}
    </Notice>
  );
};

async function healthPage(c: Context<AppEnv>) {
  const view = viewOf(c);
  const { lang } = view;
  const { sites, tools } = c.get('deps');
  const { account } = c.get('signedIn');
  const [all, heard] = await Promise.all([watchNow(c.get('deps')), somebodyHears(tools).catch(() => true)]);
  const at = momentInWords(shanghaiTime(tools.clock.now()), lang);
  return c.html(
    <ConsolePage {...{ view, account }} title={say(words.title, lang)} description={say(words.readAt, lang, { at })}>
      <Summary {...{ all, lang }} />
      {!heard && (
        <Notice tone="soon" title={say(staffMessageWords.nobodyTold, lang)}>
          <p>
            {say(staffMessageWords.nobodyToldHow, lang)}{' '}
            <a href={keep(view, '/staff/account#contacts')}>{say(staffWords.account, lang)}</a>
          </p>
        </Notice>
      )}
      <ul class="health">
        {all.map((watched) => (
          <FigureLine {...{ watched, sites, lang }} />
        ))}
      </ul>
    </ConsolePage>,
  );
}

/** The same list for machines: milliseconds, items or percent, as each figure's unit says. */
async function healthJson(c: Context<AppEnv>) {
  const all = await watchNow(c.get('deps'));
  return c.json({
    at: shanghaiTime(c.get('deps').tools.clock.now()),
    level: worst(all.map(({ level }) => level)),
    figures: all.map(({ figure: { id, unit, limits, steps, upTo }, level, readings }) => ({
      id,
      unit,
      limits,
      ...(steps && { steps }),
      ...(upTo !== undefined && { upTo }),
      level,
      readings,
    })),
  });
}

/** How the system is, for whoever watches it. */
export const healthPages = new Hono<AppEnv>()
  .use('/health', needs('system.watch'))
  .use('/health.json', needs('system.watch'))
  .get('/health', (c) => healthPage(c))
  .get('/health.json', (c) => healthJson(c));
