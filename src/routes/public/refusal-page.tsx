import type { FC } from 'hono/jsx';
import { refusalWords, type Refusal } from '../../errors.ts';
import { pages } from '../../i18n/pages.ts';
import { say } from '../../lib/words.ts';
import { ButtonLink } from '../../ui/buttons.tsx';
import { FaultNumber } from '../../ui/fault-number.tsx';
import { Page } from '../../ui/page.tsx';
import { keep, type View } from '../../ui/view.ts';

/** A refusal as a page: what happened, what to do, and a way back. */
export const RefusalPage: FC<{ view: View; refusal: Refusal }> = ({ view, refusal }) => {
  const { title, detail } = refusalWords(refusal, view.lang);
  const { site, lang } = view;
  const back = site
    ? { href: keep(view, `/${site.id}`), label: say(pages.toPortal, lang, { site: say(site.name, lang) }) }
    : { href: keep(view, '/'), label: say(pages.toHome, lang) };
  return (
    <Page view={view} title={title} description={detail}>
      <FaultNumber {...{ view, refusal }} />
      <ButtonLink {...back} quiet />
    </Page>
  );
};
