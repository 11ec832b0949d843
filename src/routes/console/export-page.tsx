import type { Child, FC } from 'hono/jsx';
import { exportReasons, exportWords as words } from '../../i18n/export.ts';
import { sheetFormats, type SheetEnding } from '../../lib/sheet/file.ts';
import { say, type Words } from '../../lib/words.ts';
import type { Account } from '../../staff/account.ts';
import { allRoles } from '../../staff/roles.ts';
import { ButtonLink } from '../../ui/buttons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { keep, type View } from '../../ui/view.ts';
import { ConsolePage } from './console-page.tsx';

/** What was chosen, as posted. */
export interface Chosen {
  format?: string;
  personal?: string;
  why?: string;
}

export interface ExportPageProps {
  view: View;
  account: Account;
  /** What names the list: sent on unseen, so that no address bears it. */
  hidden: Readonly<Record<string, string>>;
  /** Where the list itself is. */
  list: string;
  /** How many cases; above `most` no file is made. */
  count: number;
  most: number;
  chosen?: Chosen;
  wrong?: Words;
  values?: Record<string, string | number>;
  /** A proof is asked for before the button works. */
  prove?: boolean;
}

const Pick: FC<{ name: string; value: string; label: string; hint?: string; checked: boolean }> = (props) => {
  const { name, value, label, hint, checked } = props;
  const id = `${name}-${value}`;
  return (
    <div class="pick">
      <input type="radio" {...{ id, name, value, checked }} aria-describedby={hint && `${id}-hint`} />
      <label for={id}>
        <span>{label}</span>
        {hint && (
          <span class="hint" id={`${id}-hint`}>
            {hint}
          </span>
        )}
      </label>
    </div>
  );
};

const Group: FC<{ legend: string; children?: Child }> = ({ legend, children }) => (
  <fieldset class="field">
    <legend class="label">{legend}</legend>
    <div class="picks">{children}</div>
  </fieldset>
);

/** What is to be exported and how; nothing leaves before its button is pressed. */
export const ExportPage: FC<ExportPageProps> = (props) => {
  const { view, account, list, count, most, wrong, values = {}, prove } = props;
  const { lang } = view;
  const none = count === 0;
  return (
    <ConsolePage {...{ view, account }} title={say(words.title, lang)} description={say(words.lead, lang)}>
      {wrong && (
        <div role="alert">
          <Notice tone="bad">
            <p>{say(wrong, lang, values)}</p>
          </Notice>
        </div>
      )}
      {prove && (
        <div role="alert">
          <Notice tone="soon">
            <p>{say(words.prove, lang)}</p>
            <p>
              <a href={keep(view, '/staff/prove?to=/staff/account')} target="_blank" rel="noopener">
                {say(words.proveLink, lang)}
              </a>
            </p>
          </Notice>
        </div>
      )}
      <p>{say(none ? words.none : count > most ? words.tooMany : words.count, lang, { n: count, most })}</p>
      {!none && count <= most && <Choices {...props} />}
      <p class="turn-back">
        <ButtonLink href={keep(view, list)} label={say(words.back, lang)} quiet />
      </p>
    </ConsolePage>
  );
};

const LABELS = { csv: words.csv, xlsx: words.xlsx } satisfies Record<SheetEnding, Words>;

const Choices: FC<ExportPageProps> = ({ view, account, hidden, chosen = {} }) => {
  const { lang } = view;
  const { format = 'csv', personal = 'masked', why = '' } = chosen;
  return (
    <form method="post" action={keep(view, '/staff/export')}>
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" {...{ name, value }} />
      ))}
      <Group legend={say(words.format, lang)}>
        {(Object.keys(sheetFormats) as SheetEnding[]).map((value) => (
          <Pick name="format" value={value} label={say(LABELS[value], lang)} checked={format === value} />
        ))}
      </Group>
      {allRoles[account.role].personal ? (
        <>
          <Group legend={say(words.personal, lang)}>
            <Pick name="personal" value="masked" label={say(words.masked, lang)} checked={personal !== 'full'} />
            <Pick
              name="personal"
              value="full"
              label={say(words.full, lang)}
              hint={say(words.fullHint, lang)}
              checked={personal === 'full'}
            />
          </Group>
          <div class="field">
            <label class="label" for="why">
              {say(words.why, lang)}
            </label>
            <span class="select">
              <select id="why" name="why">
                <option value="" />
                {Object.entries(exportReasons).map(([value, label]) => (
                  <option value={value} selected={value === why}>
                    {say(label, lang)}
                  </option>
                ))}
              </select>
            </span>
          </div>
        </>
      ) : (
        <input type="hidden" name="personal" value="masked" />
      )}
      <button class="button">{say(words.send, lang)}</button>
    </form>
  );
};

/** The way to it from a list. */
export const ExportLink: FC<{ view: View; query: URLSearchParams }> = ({ view, query }) => (
  <a class="to-export" href={keep(view, `/staff/export?${query.toString()}`)}>
    {say(words.open, view.lang)}
  </a>
);
