import { Hono, type Context } from 'hono';
import type { FC } from 'hono/jsx';
import { confirmByPhone } from '../../cases/behalf/confirm.ts';
import type { AppEnv } from '../../context.ts';
import { refusalWords, refuse, statusOf, type Refusal } from '../../errors.ts';
import { behalfWords as words } from '../../i18n/behalf.ts';
import { pages } from '../../i18n/pages.ts';
import { say } from '../../lib/words.ts';
import type { Site } from '../../sites/site.ts';
import { ButtonLink, SendButton } from '../../ui/buttons.tsx';
import { HelpNearby } from '../../ui/help-nearby.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { keep, type View } from '../../ui/view.ts';
import { answerRefusal } from '../refusal.tsx';
import { foreign } from './foreign.ts';
import { Line } from './look-up-line.tsx';
import { postedField } from './form-answers.ts';
import { postedForm } from './posted.ts';
import { viewOf } from './view.ts';

const LONGEST = 200;

/** What was wrong with a try: too many of them, or one sentence for everything else. */
const Wrong: FC<{ refusal: Refusal; site: Site; view: View }> = ({ refusal, site, view: { lang } }) => {
  const told =
    refusal.code === 'rate.limited'
      ? refusalWords(refusal, lang).detail
      : say(words.publicWrong, lang, { phone: site.phone });
  return (
    <div role="alert">
      <Notice tone="bad">
        <p>{told}</p>
      </Notice>
    </div>
  );
};

const ConfirmFilingPage: FC<{ view: View; site: Site; receipt: string; refusal?: Refusal }> = (props) => {
  const { view, site, receipt, refusal } = props;
  const { lang } = view;
  const lead = say(words.publicLead, lang);
  return (
    <Page view={view} title={say(words.publicTitle, lang)} description={lead} styles={['/receipt.css']}>
      {refusal && <Wrong {...{ refusal, site, view }} />}
      <form method="post" action={keep(view, `/${site.id}/confirm`)}>
        <Line name="receipt" id="receipt" label={pages.number} hint={pages.numberHint} value={receipt} lang={lang} />
        <Line name="code" id="code" label={words.code} hint={words.publicCodeHint} lang={lang} digits />
        <SendButton label={say(words.confirm, lang)} />
      </form>
      <HelpNearby who={say(site.office, lang)} phone={site.phone} lang={lang} />
    </Page>
  );
};

async function confirm(c: Context<AppEnv>) {
  if (foreign(c)) return answerRefusal(c, refuse('origin.refused'));
  const posted = await postedForm(c);
  if (!posted.ok) return answerRefusal(c, posted.error);
  const typed = (name: string): string => (postedField(posted.value, name) ?? '').slice(0, LONGEST);
  const { tools, address } = c.get('deps');
  const [site, view, receipt] = [c.get('site'), viewOf(c), typed('receipt')];
  const confirmed = await confirmByPhone(tools, { site, receipt, code: typed('code'), address });
  if (!confirmed.ok) {
    const { error: refusal } = confirmed;
    if (refusal.retryAfter !== undefined) c.header('retry-after', String(refusal.retryAfter));
    return c.html(<ConfirmFilingPage {...{ view, site, receipt, refusal }} />, statusOf[refusal.code]);
  }
  const { lang } = view;
  const [title, how] = [say(words.publicDone, lang), say(words.publicDoneHow, lang)];
  return c.html(
    <Page view={view} title={title} description={how}>
      <ButtonLink href={keep(view, `/${site.id}/status`)} label={say(pages.statusTitle, lang)} quiet />
    </Page>,
  );
}

/** Where somebody says by their own phone that what staff filed for them is what they wanted. */
export const confirmPages = new Hono<AppEnv>()
  .get('/confirm', (c) => {
    const receipt = (c.req.query('receipt') ?? '').slice(0, LONGEST);
    return c.html(<ConfirmFilingPage view={viewOf(c)} site={c.get('site')} receipt={receipt} />);
  })
  .post('/confirm', (c) => confirm(c));
