import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import type { AppEnv } from '../../context.ts';
import { momentInWords } from '../../i18n/dates.ts';
import { dev as words } from '../../i18n/dev.ts';
import { pages } from '../../i18n/pages.ts';
import { shanghaiTime } from '../../lib/clock.ts';
import { say } from '../../lib/words.ts';
import { mailboxMessages } from '../../notify/providers/mailbox.ts';
import { Page } from '../../ui/page.tsx';
import { keep, type View } from '../../ui/view.ts';
import { viewOf } from '../public/view.ts';
import { DevLinks } from './links.tsx';

const SHOWN = 200;

type Kept = Awaited<ReturnType<typeof mailboxMessages>>[number];

const Bubble: FC<{ message: Kept; view: View }> = ({ message, view }) => {
  const { channel, to, subject, text, receipt, site, at } = message;
  const { lang } = view;
  return (
    <li class={`message ${channel}`}>
      <p class="hint">
        {say(channel === 'sms' ? pages.sms : pages.email, lang)} · {say(words.to, lang, { to })} ·{' '}
        <time>{momentInWords(shanghaiTime(at), lang)}</time>
      </p>
      <div class="bubble">
        {subject !== undefined && <p class="subject">{subject}</p>}
        <p class="text">{text}</p>
      </div>
      {/* A message that names no number (检举控告, or one to staff) gets no link that would name it. */}
      {receipt !== '' && text.includes(receipt) && (
        <a href={keep(view, `/${site}/status?receipt=${receipt}`)}>{say(words.lookUp, lang)}</a>
      )}
    </li>
  );
};

/** Every message that would have left, as the phone or the mail program would show it. */
export const mailboxPages = new Hono<AppEnv>()
  .get('/mailbox', async (c) => {
    const view = viewOf(c);
    const { lang } = view;
    const messages = await mailboxMessages(c.get('deps').tools, SHOWN);
    return c.html(
      <Page
        view={view}
        title={say(words.mailboxTitle, lang)}
        description={say(words.mailboxLead, lang)}
        styles={['/dev.css']}
      >
        <DevLinks view={view} />
        {messages.length === 0 && <p>{say(words.mailboxEmpty, lang)}</p>}
        <ul class="mailbox">
          {messages.map((message) => (
            <Bubble message={message} view={view} />
          ))}
        </ul>
      </Page>,
    );
  })
  .get('/mailbox.json', async (c) => {
    const messages = await mailboxMessages(c.get('deps').tools, SHOWN);
    return c.json(
      messages.map(({ id, channel, to, subject, text, receipt, at }) => ({
        id,
        channel,
        to,
        ...(subject !== undefined && { subject }),
        text,
        receipt,
        at: shanghaiTime(at),
      })),
    );
  });
