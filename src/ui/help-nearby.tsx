import type { FC } from 'hono/jsx';
import { shell } from '../i18n/shell.ts';
import { say, type Lang } from '../lib/words.ts';
import { telephone } from './view.ts';

interface HelpProps {
  who: string;
  phone: string;
  /** Where all stations are listed; absent where there are none, or one is chosen. */
  stations?: string;
  lang: Lang;
}

/** The way out for whom a form is too much: a person with a phone. Stands on every step. */
export const HelpNearby: FC<HelpProps> = ({ who, phone, stations, lang }) => (
  <aside class="help" aria-label={say(shell.help, lang)}>
    <p>
      <strong>{say(shell.help, lang)}</strong>
      <br />
      {say(shell.helpHow, lang, { who })}
    </p>
    <a class="button quiet" href={telephone(phone)}>
      {say(shell.call, lang, { phone })}
    </a>
    {stations && (
      <p>
        <a href={stations} target="_blank" rel="noopener">
          {say(shell.stationsNear, lang)}
        </a>
      </p>
    )}
  </aside>
);
