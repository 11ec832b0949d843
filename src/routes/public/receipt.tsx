import { Hono } from 'hono';
import type { AppEnv } from '../../context.ts';
import { formByKind } from '../../forms/index.ts';
import { pages } from '../../i18n/pages.ts';
import { receipt as words } from '../../i18n/receipt.ts';
import { shell } from '../../i18n/shell.ts';
import { say } from '../../lib/words.ts';
import { ButtonLink } from '../../ui/buttons.tsx';
import { Page } from '../../ui/page.tsx';
import { ReceiptPaper } from '../../ui/receipt-paper.tsx';
import { keep } from '../../ui/view.ts';
import { happensNext } from '../../workflow/explain.ts';
import { readReceiptToken } from './receipt-token.ts';
import { viewOf } from './view.ts';

/** The receipt: readable for 30 minutes and without the database; later it says how to look up. */
export const receiptPages = new Hono<AppEnv>().get('/receipt/:token', async (c) => {
  const view = viewOf(c);
  const { lang } = view;
  const site = c.get('site');
  const { ring, clock } = c.get('deps').tools;
  c.header('referrer-policy', 'no-referrer');
  const token = c.req.param('token');
  const answer = await readReceiptToken(ring, clock, site.id, token);
  const status = keep(view, `/${site.id}/status${answer ? `?receipt=${answer.receipt}` : ''}`);
  const lookUp = <ButtonLink href={status} label={say(words.status, lang)} quiet={answer !== null} />;
  if (!answer) {
    const [title, description] = [say(pages.receiptGone, lang), say(pages.receiptGoneHow, lang)];
    return c.html(
      <Page view={view} title={title} description={description}>
        {lookUp}
      </Page>,
      410,
    );
  }
  const form = formByKind(answer.kind);
  const title = form ? say(form.label, lang) : answer.kind;
  return c.html(
    <Page view={view} title={`${say(words.title, lang)} ${title}`} head="plain">
      <ReceiptPaper
        receipt={answer}
        title={title}
        next={happensNext(answer.due, lang)}
        lang={lang}
        picture={{ src: `/${site.id}/receipt/${token}/picture.png${lang === 'en' ? '?lang=en' : ''}` }}
        demo={site.demo ? say(shell.demo, lang) : undefined}
      />
      {lookUp}
    </Page>,
  );
});
