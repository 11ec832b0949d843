import { Hono, type Context } from 'hono';
import { advance } from '../../cases/advance.ts';
import { asksOf } from '../../cases/birth.ts';
import { vacantHolder } from '../../cases/handlers.ts';
import { matterOf } from '../../cases/matter/bundle.ts';
import { mayTake, offeredTo } from '../../cases/offered.ts';
import { heldLines } from '../../cases/personal/held-for.ts';
import { relativesOf } from '../../cases/relatives.ts';
import { knownUpTo } from '../../cases/known.ts';
import { recordReveal } from '../../cases/reveal.ts';
import { onlyAbout } from '../../cases/scope.ts';
import { caseFor } from '../../cases/staff-view.ts';
import { tasksOfCase } from '../../cases/tasks/list.ts';
import type { AppEnv } from '../../context.ts';
import { refuse } from '../../errors.ts';
import type { Json } from '../../forms/define.ts';
import { kindOfCase, secondStageByKind } from '../../forms/index.ts';
import { isRevealReason } from '../../i18n/cases.ts';
import { wake } from '../../jobs/tick.ts';
import { shanghaiDate } from '../../lib/clock.ts';
import { readForm } from '../../lib/fields/index.ts';
import { parseReceipt } from '../../lib/receipt-number.ts';
import { allAccounts } from '../../staff/account.ts';
import { allRoles } from '../../staff/roles.ts';
import { provedLately } from '../../staff/sessions.ts';
import { keep } from '../../ui/view.ts';
import type { Transition } from '../../workflow/define.ts';
import { amongDepartments, usualDepartment } from './departments.ts';
import { postedForm } from '../public/posted.ts';
import { viewOf } from '../public/view.ts';
import { answerRefusal } from '../refusal.tsx';
import { ActionPage, type ActionPageProps } from './action-page.tsx';
import { CasePage, type OneCase } from './case-page.tsx';
import { casePath } from './case-path.ts';
import { filledBy } from './template-picker.tsx';
import { freshProof } from './guards.ts';
import { noteFor } from './held.tsx';
import { enter } from './here.tsx';
import { postedText } from './posted-text.ts';

const missing = (c: Context<AppEnv>) => answerRefusal(c, refuse('route.unknown'));

/** The case of the path, or of a number typed, with what its pages need; null where it is not there for whoever asks. */
export async function oneCase(c: Context<AppEnv>, typed = c.req.param('receipt')): Promise<OneCase | null> {
  const { tools, staff, sites, drafts } = c.get('deps');
  const { account } = c.get('signedIn');
  const receipt = parseReceipt(typed ?? '')?.canonical;
  const found = receipt === undefined ? null : await caseFor(tools, account, receipt);
  const form = found && kindOfCase(found.row, found.today);
  const site = found && sites.find(({ id }) => id === found.row.site);
  if (!found || !form || !site) return null;
  const { row } = found;
  const [known, accounts, relatives, here, tasks, matter] = await Promise.all([
    drafts(),
    allAccounts(staff),
    relativesOf(tools.db, account, row.id),
    enter(c, row.receipt),
    tasksOfCase(tools.db, account, row.id),
    matterOf(tools, account, found),
  ]);
  const vacant = await vacantHolder(tools.db, accounts, found, form.workflow);
  const context = { site, today: shanghaiDate(row.submittedAt), drafts: known };
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  const view = { ...viewOf(c), site };
  return { view, account, found, form, context, names, relatives, tasks, vacant, matter, here };
}

const mayReveal = ({ account, found }: OneCase): boolean =>
  allRoles[account.role].personal && found.opened.is === 'open' && secondStageByKind(found.row.kind) === undefined;

async function showCase(c: Context<AppEnv>) {
  const one = await oneCase(c);
  return one ? c.html(<CasePage {...one} personal={mayReveal(one) ? 'may' : 'never'} />) : missing(c);
}

async function reveal(c: Context<AppEnv>) {
  const one = await oneCase(c);
  if (!one || !mayReveal(one)) return missing(c);
  const why = (await postedText(c))('why');
  if (!isRevealReason(why)) return c.html(<CasePage {...one} personal="may" wrong />, 422);
  const recorded = await recordReveal(c.get('deps').tools, one.found, `staff:${one.account.id}`, why);
  if (!recorded.ok) return answerRefusal(c, recorded.error);
  const fresh = await oneCase(c);
  return fresh ? c.html(<CasePage {...fresh} personal="shown" />) : missing(c);
}

/** The action of the path as the case stands, or, where it is over for this case, as this role could once take it. */
function actionOf(
  { account, found, form, context }: OneCase,
  action: string,
): Pick<ActionPageProps, 'taken' | 'possible'> | null {
  const asked = (one: Transition) => amongDepartments(asksOf(one, context), context.site);
  const offered = offeredTo(account, found, form.workflow).find(({ id }) => id === action);
  if (offered) return { taken: { ...offered, asks: asked(offered) }, possible: true };
  const { holder, row } = found;
  const known = form.workflow.transitions.find(
    (one) =>
      one.id === action &&
      one.actors.includes('staff') &&
      mayTake(account, { restricted: row.restricted, holder }, one),
  );
  return known ? { taken: { ...known, asks: asked(known) }, possible: false } : null;
}

/** What an action page has filled in: the department its topic goes to; an opinion begins with the sender's own title. */
function begun({ account, found, form, context }: OneCase, taken: Transition, template: string | undefined): Json {
  const lead = usualDepartment(taken.asks ?? {}, context.site, found.row.topic);
  const claims = taken.asks?.['claims'] ? { claims: found.row.title } : {};
  return { ...firstAnswers(account, taken), ...lead, ...claims, ...filledBy(form, taken.id, found, template) };
}

/** A deputy proposes in no other name than the own. */
function firstAnswers(account: OneCase['account'], { bears }: Transition): Json {
  const own = bears === undefined ? undefined : secondStageByKind(bears)?.own;
  const [group = '', name = ''] = own?.path.split('.') ?? [];
  return own && account.deputy ? { [group]: { [name]: account.deputy } } : {};
}

/** What a step upon everything held of a person reaches; undefined: it is no such step; null: nothing yet. */
async function reachedBy(c: Context<AppEnv>, { account, found, context }: OneCase, { onHeld }: Transition) {
  if (onHeld === undefined) return undefined;
  const lines = await heldLines(c.get('deps').tools, found.row.id, context.site, account.id);
  return lines.ok ? lines.value : null;
}

async function showAction(c: Context<AppEnv>, action: string) {
  const one = await oneCase(c);
  const asked = one && actionOf(one, action);
  if (!one || !asked) return missing(c);
  const { matter } = one.form;
  const repeated = c.req.query('repeated') !== undefined && matter?.repeated.action === action;
  const picked = c.req.query('template');
  const held = await reachedBy(c, one, asked.taken);
  const note = held && asked.taken.onHeld ? { note: noteFor(asked.taken.onHeld, held, one.context.site) } : {};
  const first = { ...begun(one, asked.taken, picked), ...(repeated && matter.repeated.answers), ...note };
  return asked.possible
    ? c.html(<ActionPage {...one} {...asked} picked={picked} raw={first} held={held} />)
    : c.html(<ActionPage {...one} {...asked} raw={{}} since={one.found.row.seq - 1} />, 409);
}

async function takeAction(c: Context<AppEnv>, action: string) {
  const one = await oneCase(c);
  const asked = one && actionOf(one, action);
  if (!one || !asked) return missing(c);
  const posted = await postedForm(c);
  if (!posted.ok) return answerRefusal(c, posted.error);
  const raw: Json = readForm(asked.taken.asks ?? {}, posted.value);
  const typed = Number(posted.value.get('seen'));
  const seen = Number.isInteger(typed) ? typed : 0;
  if (!asked.possible) return c.html(<ActionPage {...one} {...asked} raw={raw} since={seen} />, 409);
  const { row } = one.found;
  const held = await reachedBy(c, one, asked.taken);
  // What reaches everything held of a person asks anew who is at the desk.
  if (held !== undefined && !provedLately(c.get('signedIn').session, c.get('deps').staff.clock.now()))
    return c.html(<ActionPage {...one} {...asked} {...{ raw, held }} prove />, 422);
  const advanced = await advance(c.get('deps').tools, {
    case: { id: row.id },
    action,
    actor: `staff:${one.account.id}`,
    input: raw,
    about: onlyAbout(one.account, asked.taken.bears ?? ''),
    seen: knownUpTo(one.found, seen),
  });
  if (advanced.ok) return done(c, [advanced.value.born, row.receipt]);
  const { code, problems = [] } = advanced.error;
  if (code === 'answers.invalid') return c.html(<ActionPage {...one} {...asked} {...{ raw, problems, held }} />, 422);
  const now = code === 'case.changed' ? await oneCase(c) : null;
  const still = now && actionOf(now, action);
  return now && still
    ? c.html(<ActionPage {...now} {...still} raw={raw} since={seen} held={held} />, 409)
    : answerRefusal(c, advanced.error);
}

/** To the case that was born, or back to the one that was worked on, or to the list where neither is within reach. */
export async function done(c: Context<AppEnv>, receipts: readonly (string | undefined)[]) {
  const { tools, later } = c.get('deps');
  later(() => wake(c.get('deps')));
  for (const receipt of receipts) {
    const there = receipt !== undefined && (await caseFor(tools, c.get('signedIn').account, receipt));
    if (there) return c.redirect(keep(viewOf(c), casePath(there.row.receipt)), 303);
  }
  return c.redirect(keep(viewOf(c), '/staff/cases'), 303);
}

/** One case: its page, what it hides until asked, and the actions of its workflow. */
export const casePages = new Hono<AppEnv>()
  .get('/cases/:receipt', (c) => showCase(c))
  .post(
    '/cases/:receipt/reveal',
    (c, next) => freshProof(casePath(c.req.param('receipt') ?? ''))(c, next),
    (c) => reveal(c),
  )
  .get('/cases/:receipt/:action', (c) => showAction(c, c.req.param('action')))
  .post('/cases/:receipt/:action', (c) => takeAction(c, c.req.param('action')));
