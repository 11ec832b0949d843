import { Hono } from 'hono';
import { SPOOLED, type Answer } from '../../cases/answer.ts';
import type { AppEnv } from '../../context.ts';
import { refuse } from '../../errors.ts';
import { formByKind } from '../../forms/index.ts';
import { intakeWords } from '../../i18n/intake.ts';
import { pages } from '../../i18n/pages.ts';
import { receipt as words } from '../../i18n/receipt.ts';
import { shell } from '../../i18n/shell.ts';
import { say, type Lang } from '../../lib/words.ts';
import { receiptPng } from '../../receipt-image/receipt-png.ts';
import { ButtonLink } from '../../ui/buttons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { ReceiptPaper } from '../../ui/receipt-paper.tsx';
import { keep } from '../../ui/view.ts';
import { answerRefusal } from '../refusal.tsx';
import { nextOf } from './receipt-next.ts';
import { pictureOf } from './receipt-picture.ts';
import { readReceiptToken } from './receipt-token.ts';
import { viewOf } from './view.ts';

function titleOf({ kind }: Answer, lang: Lang): string {
  const form = formByKind(kind);
  return form ? say(form.label, lang) : kind;
}

/** The receipt: readable for 30 minutes and without the database; later it says how to look up. */
export const receiptPages = new Hono<AppEnv>()
  .get('/receipt/:token/picture.png', async (c) => {
    const site = c.get('site');
    const { tools, glyphs } = c.get('deps');
    const answer = await readReceiptToken(tools.ring, tools.clock, site.id, c.req.param('token'));
    if (!answer) return answerRefusal(c, refuse('route.unknown'));
    const { lang } = viewOf(c);
    const title = titleOf(answer, lang);
    c.header('referrer-policy', 'no-referrer');
    const picture = await receiptPng(pictureOf(answer, site, title, lang), await glyphs());
    return c.body(picture, 200, { 'content-type': 'image/png' });
  })
  .get('/receipt/:token', async (c) => {
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
    const title = titleOf(answer, lang);
    return c.html(
      <Page view={view} title={`${say(words.title, lang)} ${title}`} head="plain" styles={['/receipt.css']}>
        <ReceiptPaper
          receipt={answer}
          title={title}
          next={nextOf(answer, lang)}
          lang={lang}
          picture={{ src: `/${site.id}/receipt/${token}/picture.png${lang === 'en' ? '?lang=en' : ''}` }}
          demo={site.demo ? say(shell.demo, lang) : undefined}
        />
        {answer.state === SPOOLED && (
          <Notice title={say(intakeWords.waiting, lang)}>
            <p>{say(intakeWords.waitingHow, lang)}</p>
          </Notice>
        )}
        {lookUp}
      </Page>,
    );
  });
