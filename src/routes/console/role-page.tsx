import { Hono, type Context } from 'hono';
import type { AppEnv } from '../../context.ts';
import { refuse } from '../../errors.ts';
import { roleChange as words } from '../../i18n/role-change.ts';
import { staff } from '../../i18n/staff.ts';
import { say } from '../../lib/words.ts';
import { accountById, type Account } from '../../staff/account.ts';
import { changeRole, type RoleRefusal } from '../../staff/change-role.ts';
import { allRoles, isRole, type Reach } from '../../staff/roles.ts';
import { ButtonLink } from '../../ui/buttons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { keep } from '../../ui/view.ts';
import { viewOf } from '../public/view.ts';
import { answerRefusal } from '../refusal.tsx';
import { RoleAndPlace } from './add-account.tsx';
import { ConsolePage } from './console-page.tsx';
import { freshProof, needs } from './guards.ts';
import { postedText } from './posted-text.ts';
import { placesOf, reachInWords } from './reach-words.ts';

const LIST = '/staff/accounts';
const pathOf = (id: string): string => `${LIST}/${id}/role`;

interface Typed {
  role: string;
  place: string;
}

const same = (a: Reach, b: Reach): boolean =>
  (['site', 'station', 'department', 'deputy'] as const).every((part) => (a[part] ?? null) === (b[part] ?? null));

function rolePage(c: Context<AppEnv>, other: Account, typed?: Typed, reason?: Exclude<RoleRefusal, 'unknown'>) {
  const view = viewOf(c);
  const { lang } = view;
  const { sites } = c.get('deps');
  const groups = placesOf(sites, lang);
  const place = groups.flatMap(({ places }) => places).find(({ reach }) => same(reach, other));
  const now = `${say(allRoles[other.role].label, lang)} · ${reachInWords(other, sites, lang)}`;
  return c.html(
    <ConsolePage
      {...{ view, account: c.get('signedIn').account }}
      title={say(words.title, lang, { name: other.name })}
      description={say(words.lead, lang, { now })}
    >
      {reason && (
        <div role="alert">
          <Notice tone="bad" title={say(words.notChanged, lang)}>
            <p>{say(reason === 'same' ? words.same : staff[reason], lang)}</p>
          </Notice>
        </div>
      )}
      <form method="post" action={keep(view, pathOf(other.id))}>
        <RoleAndPlace {...{ view, groups }} typed={typed ?? { role: other.role, place: place?.value }} />
        <button class="button">{say(words.save, lang)}</button>
      </form>
      <ButtonLink href={keep(view, LIST)} label={say(words.back, lang)} quiet />
    </ConsolePage>,
    reason ? 422 : 200,
  );
}

/** The account of the path; null for one's own, as for one that is not there. */
async function other(c: Context<AppEnv>): Promise<Account | null> {
  const id = c.req.param('id') ?? '';
  return id === c.get('signedIn').account.id ? null : accountById(c.get('deps').staff, id);
}

/** What somebody else may do and how far it reaches: looked at and changed with a fresh proof only. */
export const rolePages = new Hono<AppEnv>()
  .use('/accounts/:id/role', needs('accounts.manage'))
  .use('/accounts/:id/role', (c, next) => freshProof(pathOf(c.req.param('id')))(c, next))
  .get('/accounts/:id/role', async (c) => {
    const account = await other(c);
    return account ? rolePage(c, account) : answerRefusal(c, refuse('route.unknown'));
  })
  .post('/accounts/:id/role', async (c) => {
    const account = await other(c);
    if (!account) return answerRefusal(c, refuse('route.unknown'));
    const posted = await postedText(c);
    const typed = { role: posted('role'), place: posted('place') };
    const { staff: tools, sites } = c.get('deps');
    const place = placesOf(sites, 'zh')
      .flatMap(({ places }) => places)
      .find(({ value }) => value === typed.place);
    if (!place || !isRole(typed.role)) return rolePage(c, account, typed, 'reach-wrong');
    const by = `staff:${c.get('signedIn').account.id}` as const;
    const changed = await changeRole(tools, by, account.id, { role: typed.role, ...place.reach });
    if (changed.ok) return c.redirect(keep(viewOf(c), LIST), 303);
    return changed.error === 'unknown'
      ? answerRefusal(c, refuse('route.unknown'))
      : rolePage(c, account, typed, changed.error);
  });
