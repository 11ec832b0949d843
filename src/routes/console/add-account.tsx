import type { FC, PropsWithChildren } from 'hono/jsx';
import { staff as words } from '../../i18n/staff.ts';
import { staffMessageWords } from '../../i18n/staff-messages.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import { say, type Words } from '../../lib/words.ts';
import type { OpenRefusal } from '../../staff/account.ts';
import { allRoles } from '../../staff/roles.ts';
import { parseAddress, type GivenContact } from '../../staff-messages/contact.ts';
import { keep, type View } from '../../ui/view.ts';
import { Line } from './console-page.tsx';
import { ContactLine } from './contact-section.tsx';
import type { Place } from './reach-words.ts';

/** What was typed before a refusal. */
export interface Typed {
  login?: string;
  name?: string;
  role?: string;
  place?: string;
  phone?: string;
  email?: string;
}

export type NotAdded = OpenRefusal | 'sms-shape' | 'email-shape';

/** The addresses that were typed for a new colleague; either may be left out. */
export function contactsTyped({ phone = '', email = '' }: Typed): Result<GivenContact[], 'sms-shape' | 'email-shape'> {
  const given: GivenContact[] = [];
  for (const [channel, typed] of [
    ['sms', phone],
    ['email', email],
  ] as const) {
    const address = typed === '' ? undefined : parseAddress(channel, typed);
    if (address === null) return fail(channel === 'sms' ? 'sms-shape' : 'email-shape');
    if (address !== undefined) given.push({ channel, address });
  }
  return ok(given);
}

const DropDown: FC<PropsWithChildren<{ view: View; name: string; label: Words }>> = ({
  view,
  name,
  label,
  children,
}) => (
  <div class="field">
    <label class="label" for={name}>
      {say(label, view.lang)}
    </label>
    <span class="select">
      <select id={name} name={name} required>
        <option value="">{say(words.choose, view.lang)}</option>
        {children}
      </select>
    </span>
  </div>
);

type Groups = readonly { group: string; places: Place[] }[];

/** As what, and where. */
export const RoleAndPlace: FC<{ view: View; groups: Groups; typed: Pick<Typed, 'role' | 'place'> }> = (props) => {
  const { view, groups, typed } = props;
  const { lang } = view;
  return (
    <>
      <DropDown view={view} name="role" label={words.role}>
        {Object.entries(allRoles).map(([id, { label }]) => (
          <option value={id} selected={typed.role === id}>
            {say(label, lang)}
          </option>
        ))}
      </DropDown>
      <DropDown view={view} name="place" label={words.place}>
        {groups.map(({ group, places }) => (
          <optgroup label={group}>
            {places.map(({ value, label }) => (
              <option value={value} selected={typed.place === value}>
                {label}
              </option>
            ))}
          </optgroup>
        ))}
      </DropDown>
    </>
  );
};

/** One form: who, as what, and where. */
export const AddAccount: FC<{ view: View; groups: Groups; typed: Typed }> = ({ view, groups, typed }) => {
  const { lang } = view;
  return (
    <section class="way">
      <h2>{say(words.addTitle, lang)}</h2>
      <form method="post" action={keep(view, '/staff/accounts')}>
        <Line name="name" id="name" label={say(words.name, lang)} value={typed.name} />
        <Line
          name="login"
          id="login"
          label={say(words.login, lang)}
          hint={say(words.loginHint, lang)}
          value={typed.login}
        />
        <RoleAndPlace {...{ view, groups, typed }} />
        {(['phone', 'email'] as const).map((name) => (
          <ContactLine
            id={name}
            name={name}
            type={name === 'phone' ? 'tel' : 'email'}
            label={`${say(name === 'phone' ? staffMessageWords.sms : staffMessageWords.email, lang)} ${say(staffMessageWords.optional, lang)}`}
            hint={say(staffMessageWords.inviteHint, lang)}
            value={typed[name]}
            optional
          />
        ))}
        <button class="button">{say(words.add, lang)}</button>
      </form>
    </section>
  );
};
