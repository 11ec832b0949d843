import type { FC } from 'hono/jsx';
import type { MessageLine } from '../../cases/ledger.ts';
import { occasionWords, staffMessageWords as words } from '../../i18n/staff-messages.ts';
import { shanghaiTime } from '../../lib/clock.ts';
import { say, type Lang, type Words } from '../../lib/words.ts';
import type { Channel } from '../../notify/message.ts';
import type { Account } from '../../staff/account.ts';
import { channels, type Contact } from '../../staff-messages/contact.ts';
import { occasionsOf } from '../../staff-messages/occasions.ts';
import { placeOf } from '../../staff-messages/place.ts';
import type { Wish } from '../../staff-messages/wishes.ts';
import { Ledger } from '../../ui/ledger.tsx';
import { keep, type View } from '../../ui/view.ts';

/** What was wrong with what was just posted. */
export interface ContactFault {
  channel: Channel;
  is: 'sms-shape' | 'email-shape' | 'code-wrong' | 'code-over' | 'too-many';
  typed: string;
}

export interface ContactsShown {
  view: View;
  account: Account;
  contacts: readonly Contact[];
  wishes: readonly Wish[];
  messages: readonly MessageLine[];
  fault?: ContactFault;
}

interface OfChannel {
  view: View;
  channel: Channel;
  fault?: ContactFault;
}

/** What a button does, and with which address. */
const pressed = (what: Words, channel: Channel, lang: Lang): string =>
  say(words.ofChannel, lang, { what: say(what, lang), channel: say(words[channel], lang) });

const pathOf = (channel: Channel): string => `/staff/account/contacts/${channel}`;
const idOf = (channel: Channel, what: string): string => `${channel}-${what}`;

/** A line to type into, what is wrong with it said before it. */
export const ContactLine: FC<{
  id: string;
  name: string;
  label: string;
  hint: string;
  type: 'tel' | 'email' | 'text';
  fault?: string;
  value?: string;
  code?: boolean;
  optional?: boolean;
}> = ({ id, name, label, hint, type, fault, value, code, optional }) => (
  <div class={fault ? 'field wrong' : 'field'}>
    <label class="label" for={id}>
      {label}
    </label>
    <p class="hint" id={`${id}-hint`}>
      {hint}
    </p>
    {fault && (
      <p class="error" id={`${id}-error`}>
        {fault}
      </p>
    )}
    <input
      {...{ id, name, type, value }}
      required={!optional}
      class={type === 'email' ? undefined : 'short'}
      aria-describedby={fault ? `${id}-hint ${id}-error` : `${id}-hint`}
      aria-invalid={fault ? 'true' : undefined}
      autocomplete={code ? 'one-time-code' : 'off'}
      inputmode={code ? 'numeric' : undefined}
      autocapitalize="none"
      spellcheck={false}
    />
  </div>
);

const Press: FC<{ view: View; action: string; label: string; name: string; quiet?: boolean }> = (props) => (
  <form method="post" action={keep(props.view, props.action)}>
    <button class={props.quiet ? 'button quiet' : 'button'} aria-label={props.name}>
      {props.label}
    </button>
  </form>
);

const EnterForm: FC<OfChannel> = ({ view, channel, fault }) => {
  const { lang } = view;
  return (
    <form method="post" action={keep(view, pathOf(channel))} novalidate>
      <ContactLine
        id={idOf(channel, 'address')}
        name="address"
        type={channel === 'sms' ? 'tel' : 'email'}
        label={say(words[channel], lang)}
        hint={say(channel === 'sms' ? words.smsHint : words.emailHint, lang)}
        fault={fault && say(words[fault.is], lang)}
        value={fault?.typed}
      />
      <button class="button" aria-label={pressed(words.askCode, channel, lang)}>
        {say(words.askCode, lang)}
      </button>
    </form>
  );
};

const KeptContact: FC<OfChannel & { contact: Contact }> = ({ view, channel, contact, fault }) => {
  const { lang } = view;
  const { confirmed, awaitsCode, to } = contact;
  return (
    <>
      <h3>{say(words[channel], lang)}</h3>
      <p>{say(confirmed ? words.confirmed : words.unconfirmed, lang, { to })}</p>
      {fault && !awaitsCode && (
        <p class="error" role="alert">
          {say(words[fault.is], lang)}
        </p>
      )}
      {!confirmed && awaitsCode && (
        <form method="post" action={keep(view, `${pathOf(channel)}/confirm`)} novalidate>
          <ContactLine
            id={idOf(channel, 'code')}
            name="code"
            type="text"
            label={say(words.code, lang)}
            hint={say(words.codeHint, lang, { to })}
            fault={fault && say(words[fault.is], lang)}
            value={fault?.typed}
            code
          />
          <button class="button" aria-label={pressed(words.confirm, channel, lang)}>
            {say(words.confirm, lang)}
          </button>
        </form>
      )}
      <div class="contact-acts">
        {!confirmed && (
          <Press
            view={view}
            action={`${pathOf(channel)}/code`}
            label={say(awaitsCode ? words.again : words.askCode, lang)}
            name={pressed(awaitsCode ? words.again : words.askCode, channel, lang)}
            quiet={awaitsCode}
          />
        )}
        <Press
          view={view}
          action={`${pathOf(channel)}/remove`}
          label={say(words.remove, lang)}
          name={pressed(words.remove, channel, lang)}
          quiet
        />
      </div>
    </>
  );
};

const named = (channel: Channel, lang: Lang): string => say(channel === 'sms' ? words.bySms : words.byEmail, lang);

const WishesForm: FC<ContactsShown> = ({ view, account, contacts, wishes }) => {
  const { lang } = view;
  const { quietFrom: from, quietUntil: until } = placeOf(account).hours;
  const usable = channels.filter((one) => contacts.some(({ channel, confirmed }) => channel === one && confirmed));
  if (usable.length === 0) return <p>{say(words.noneYet, lang)}</p>;
  return (
    <form method="post" action={keep(view, '/staff/account/wishes')}>
      <p class="hint">{say(words.whatHint, lang, { from, until })}</p>
      {occasionsOf(account.role).map((occasion) => (
        <fieldset class="field wish">
          <legend class="label">{say(occasionWords[occasion], lang)}</legend>
          <div class="picks side">
            {usable.map((channel) => (
              <div class="pick">
                <input
                  type="checkbox"
                  id={`wish-${occasion}-${channel}`}
                  name={`${occasion}.${channel}`}
                  value="yes"
                  checked={wishes.some((one) => one.occasion === occasion && one.channel === channel)}
                />
                <label for={`wish-${occasion}-${channel}`}>{named(channel, lang)}</label>
              </div>
            ))}
          </div>
        </fieldset>
      ))}
      <button class="button">{say(words.save, lang)}</button>
    </form>
  );
};

/** Where an account is told of work, and of what; nothing for roles that are told of nothing. */
export const ContactSection: FC<ContactsShown> = (props) => {
  const { view, account, contacts, messages, fault } = props;
  const { lang } = view;
  if (occasionsOf(account.role).length === 0) return null;
  return (
    <section class="way" id="contacts">
      <h2>{say(words.title, lang)}</h2>
      <p class="hint">{say(words.about, lang)}</p>
      {channels.map((channel) => {
        const contact = contacts.find((one) => one.channel === channel);
        const wrong = fault?.channel === channel ? fault : undefined;
        return (
          <div class="contact">
            {contact && !(wrong?.is === 'sms-shape' || wrong?.is === 'email-shape') ? (
              <KeptContact {...{ view, channel, contact }} fault={wrong} />
            ) : (
              <EnterForm {...{ view, channel }} fault={wrong} />
            )}
          </div>
        );
      })}
      <h3>{say(words.whatTitle, lang)}</h3>
      <WishesForm {...props} />
      {messages.length > 0 && (
        <>
          <h3>{say(words.latest, lang)}</h3>
          <Ledger entries={messages.map((line) => ({ ...line, at: shanghaiTime(line.at) }))} lang={lang} />
        </>
      )}
    </section>
  );
};
