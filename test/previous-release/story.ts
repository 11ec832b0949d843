import { demoCases } from '../../demo/cases/index.ts';
import { seedDemo, type Seeded } from '../../scripts/seed/seed-demo.ts';
import { demoLinks } from '../../scripts/seed/seed-staff.ts';
import { witness } from '../../src/cases/behalf/witness.ts';
import { correctContact } from '../../src/cases/correct-contact.ts';
import { exportPages } from '../../src/cases/export/pages.ts';
import { recordExport } from '../../src/cases/export/record.ts';
import { inbox } from '../../src/cases/inbox.ts';
import { lookUp, type FoundCase } from '../../src/cases/look-up.ts';
import { suggestions } from '../../src/cases/matter/suggest.ts';
import { askForNewCode } from '../../src/cases/new-code.ts';
import { beat } from '../../src/cases/presence/presence.ts';
import { recordReveal } from '../../src/cases/reveal.ts';
import { contextsOf } from '../../src/cases/search-index.ts';
import { search } from '../../src/cases/search.ts';
import { caseFor } from '../../src/cases/staff-view.ts';
import { openTasks } from '../../src/cases/tasks/list.ts';
import type { Tools } from '../../src/cases/tools.ts';
import type { Deps } from '../../src/context.ts';
import { allDrafts } from '../../src/drafts/queries.ts';
import { tick } from '../../src/jobs/tick.ts';
import { localRouting } from '../../src/notify/route.ts';
import { mailboxOf } from '../../src/notify/providers/mailbox.ts';
import { siteById, sites } from '../../src/sites/index.ts';
import type { Account } from '../../src/staff/account.ts';
import { enrol, newAuthenticator, offerSecret } from '../../src/staff/enrol.ts';
import { byAuthenticator } from '../../src/staff/proof.ts';
import { sessionOf } from '../../src/staff/sessions.ts';
import { signIn } from '../../src/staff/sign-in.ts';
import { stepAt, totpAt } from '../../src/staff/totp.ts';
import { watchAll } from '../../src/watch/watch.ts';

/** Of the demo data: joined, filed for somebody, put off, reported, commented, applied for, pledged and withdrawn. */
const REFS = ['W01', 'W02', 'W04', 'W06', 'W20', 'W21', 'C01', 'A01', 'J09'];

const HOUR = 3_600_000;

/** What of a release's day must still be found later. */
export interface Told {
  ref: string;
  site: string;
  receipt: string;
  code: string;
}

/**
 * A day in the life of a release: every kind is sent, officers, senders and cron do what they do, each by the verbs of the
 * program. What it gives is what a later release is asked for.
 */
export async function story(tools: Tools, setNow: (ms: number) => void): Promise<Told[]> {
  const begun = tools.clock.now();
  const { sent } = await seedDemo(tools, (today) => demoCases(today).filter(({ ref }) => REFS.includes(ref)));
  setNow(begun + HOUR);
  const deps = depsOf(tools);
  const officer = await enrolled(deps);
  await residents(tools, sent);
  await officers(tools, deps, officer, sent);
  setNow(begun + 2 * HOUR);
  await tick(deps);
  await watchAll({ ...tools, sites, backlog: null, store: true });
  return sent.flatMap(({ demo: { ref, site }, answer: { receipt, code } }) =>
    ref === 'W04' ? [] : [{ ref, site, receipt, code }],
  );
}

const never = (): never => {
  throw new Error('the story asks for no such thing');
};

function depsOf(tools: Tools): Deps {
  return {
    tools,
    dispatching: { ...tools, suppliers: [mailboxOf(tools)], routing: localRouting, sites },
    staff: { ...tools, origin: 'https://staff.example' },
    objects: { keep: (_name, text) => Promise.resolve(text) },
    environment: 'local',
    sites,
    extraOrigins: [],
    address: '203.0.113.7',
    drafts: () => allDrafts(tools.db),
    partner: never,
    later: never,
    glyphs: never,
  };
}

/** The desk of Wanrong comes in for the first time, goes, and signs in again. */
async function enrolled({ staff }: Deps) {
  const link = (await demoLinks(staff)).find(({ login }) => login === 'wanrong-desk')?.link ?? '';
  const token = link.split('/').at(-1) ?? '';
  const { secret } = await offerSecret(staff, token);
  const now = staff.clock.now();
  const code = await totpAt(secret, stepAt(now));
  const first = await enrol(staff, token, newAuthenticator(staff, secret, code), 'a browser');
  if (!first.ok) throw new Error(`enrolling ended as ${first.error}`);
  const next = await totpAt(secret, stepAt(now) + 1);
  const from = { address: '203.0.113.8', device: 'a browser' };
  const again = await signIn(staff, 'wanrong-desk', byAuthenticator(staff, next), from);
  const session = again.ok ? await sessionOf(staff, again.value.token) : null;
  if (!session) throw new Error('signing in failed');
  return session.account;
}

const of = (sent: Seeded['sent'], ref: string) => {
  const one = sent.find(({ demo }) => demo.ref === ref);
  if (!one) throw new Error(`${ref} is not in the demo data`);
  return one;
};

async function found(tools: Tools, sent: Seeded['sent'], ref: string): Promise<FoundCase> {
  const { demo, answer } = of(sent, ref);
  const site = siteById(demo.site);
  if (!site) throw new Error(`no county ${demo.site}`);
  const asked = { site, receipt: answer.receipt, address: '203.0.113.7' };
  await lookUp(tools, { ...asked, code: '000000' });
  const right = await lookUp(tools, { ...asked, code: answer.code });
  if (!right.ok) throw new Error(right.error.code);
  return right.value;
}

async function residents(tools: Tools, sent: Seeded['sent']): Promise<void> {
  const site = siteById('wanrong');
  if (!site) throw new Error('no county');
  for (const ref of ['W01', 'A01', 'C01', 'J09']) await found(tools, sent, ref);
  await correctContact(tools, await found(tools, sent, 'W06'), site, { phone: '15400000099' });
  await askForNewCode(tools, site, of(sent, 'W04').answer.receipt);
}

async function officers(tools: Tools, deps: Deps, officer: Account, sent: Seeded['sent']): Promise<void> {
  const reader = { ...officer };
  const today = '2026-11-20';
  const context = contextsOf(sites, await allDrafts(tools.db));
  for (const view of ['all', 'today', 'overdue', 'mine', 'waiting'] as const)
    await inbox(tools.db, reader, { view, filters: {}, after: '', today });
  await openTasks(tools.db, reader);
  for (const query of ['支渠', '15400000001']) await search({ ...tools, contextOf: context }, reader, query, '');
  const see = async (ref: string) => {
    const one = await caseFor(tools, reader, of(sent, ref).answer.receipt);
    if (!one) throw new Error(`${ref} is out of reach`);
    return one;
  };
  await suggestions(tools, reader, (await see('W02')).row);
  await recordReveal(tools, await see('W01'), `staff:${officer.id}`, 'call-back');
  await witness(tools, await see('W20'), officer.id, { how: 'phone' });
  await beat(tools.db, reader, {
    receipt: of(sent, 'W01').answer.receipt,
    page: 'p',
    doing: 'reading',
    now: tools.clock.now(),
  });
  const source = { is: 'inbox', view: 'all', filters: {} } as const;
  await recordExport(deps.staff, officer.id, { source, format: 'csv', cases: 5, most: 100, why: null });
  const pages = exportPages({ ...tools, contextOf: context }, reader, { source, lang: 'zh', why: null, band: null });
  for await (const page of pages) if (page.length === 0) break;
}
