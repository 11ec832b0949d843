import type { FC } from 'hono/jsx';
import { momentInWords } from '../../i18n/dates.ts';
import { messageWords as words } from '../../i18n/messages.ts';
import { shanghaiTime } from '../../lib/clock.ts';
import { say, type Lang } from '../../lib/words.ts';
import type { SupplierState } from '../../notify/state/suppliers.ts';
import type { Site } from '../../sites/site.ts';
import type { View } from '../../ui/view.ts';

const nameOf = (sites: readonly Site[], id: string, lang: Lang): string =>
  sites.flatMap((site) => (site.id === id ? [say(site.name, lang)] : []))[0] ?? id;

/** For whom a supplier is not well, in one line for each way of being so. */
const Health: FC<{ of: SupplierState; sites: readonly Site[]; lang: Lang }> = ({ of, sites, lang }) => (
  <>
    {(['ill', 'probe'] as const).map((health) => {
      const where = of.unwell.filter((one) => one.health === health).map(({ site }) => site);
      if (where.length === 0) return null;
      const names = where.map((site) => nameOf(sites, site, lang)).join(lang === 'zh' ? '、' : ', ');
      return (
        <li>
          <span class={`level ${health === 'ill' ? 'act' : 'watch'}`}>{say(words[health], lang)}</span>{' '}
          {where.length === sites.length ? say(words.everywhere, lang) : names}
        </li>
      );
    })}
  </>
);

const Facts: FC<{ of: SupplierState; sites: readonly Site[]; lang: Lang }> = ({ of, sites, lang }) => {
  const { unmapped, lastTaken, reports } = of;
  const missing = unmapped
    .map(({ site, missing: n }) => say(words.missingAt, lang, { site: nameOf(sites, site, lang), n }))
    .join(lang === 'zh' ? '、' : ', ');
  return (
    <ul class="message-facts">
      <Health {...{ of, sites, lang }} />
      {missing && (
        <li>
          <span class="level watch">{say(words.unmapped, lang, { sites: missing })}</span>
        </li>
      )}
      <li>
        {lastTaken === null
          ? say(words.noneTaken, lang)
          : say(words.lastTaken, lang, { at: momentInWords(shanghaiTime(lastTaken), lang) })}
      </li>
      <li class="small">{say(reports ? words.reports : words.silent, lang)}</li>
    </ul>
  );
};

/** Every supplier there is: whether it may be used, and how it does. */
export const Suppliers: FC<{ view: View; sites: readonly Site[]; all: readonly SupplierState[] }> = (props) => {
  const { view, sites, all } = props;
  const { lang } = view;
  return (
    <section class="way">
      <h2>{say(words.suppliers, lang)}</h2>
      <p class="hint">{say(words.suppliersHint, lang)}</p>
      <ul class="message-rows">
        {all.map((of) => (
          <li id={`supplier-${of.id}`}>
            <h3>
              {say(of.name, lang)}
              <span class="small"> {of.channels.map((channel) => say(words[channel], lang)).join(' · ')}</span>
            </h3>
            <p>
              {of.lacks.length === 0 && of.unwell.length === 0 && (
                <span class="level good">{say(words.ready, lang)}</span>
              )}
              {of.lacks.length > 0 && <span class="small">{say(words.absent, lang)}</span>}
            </p>
            {of.lacks.length === 0 ? (
              <Facts {...{ of, sites, lang }} />
            ) : (
              <p class="small keys-named">{say(words.lacks, lang, { keys: of.lacks.join(', ') })}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
