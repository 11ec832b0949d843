import { Hono, type Context } from 'hono';
import { joinMatter } from '../../cases/matter/join.ts';
import { linkMatter } from '../../cases/matter/link.ts';
import { isSettlement } from '../../cases/matter/odd.ts';
import { partMatter } from '../../cases/matter/part.ts';
import { settleSentence } from '../../cases/matter/settle.ts';
import { toldBy } from '../../cases/matter/words-of.ts';
import { caseFor } from '../../cases/staff-view.ts';
import { knownUpTo } from '../../cases/known.ts';
import type { AppEnv } from '../../context.ts';
import { refuse } from '../../errors.ts';
import { matterWords as words, notJoinedWords } from '../../i18n/matter.ts';
import { wake } from '../../jobs/tick.ts';
import { parseReceipt } from '../../lib/receipt-number.ts';
import { tidyText } from '../../lib/text.ts';
import { say } from '../../lib/words.ts';
import { may } from '../../staff/roles.ts';
import { keep } from '../../ui/view.ts';
import { viewOf } from '../public/view.ts';
import { answerRefusal } from '../refusal.tsx';
import { casePath } from './case-path.ts';
import type { OneCase } from './case-page.tsx';
import { oneCase } from './cases.tsx';
import { ComparePage, PartPage } from './matter-page.tsx';
import { postedText } from './posted-text.ts';

const LONGEST_REASON = 2000;
const missing = (c: Context<AppEnv>) => answerRefusal(c, refuse('route.unknown'));

/** A case whose matter whoever asks may join and part: never a 检举控告, and only who works at the desk. */
async function ownCase(c: Context<AppEnv>, receipt: string | undefined): Promise<OneCase | null> {
  const one = may(c.get('signedIn').account.role, 'cases.handle') ? await oneCase(c, receipt) : null;
  return one && toldBy(one.found.row) ? one : null;
}

async function pair(c: Context<AppEnv>): Promise<readonly [OneCase, OneCase] | null> {
  const [one, other] = [await ownCase(c, c.req.param('receipt')), await ownCase(c, c.req.param('other'))];
  return one && other && one.found.row.id !== other.found.row.id ? [one, other] : null;
}

const seenIn = ({ found }: OneCase, typed: string) => ({
  id: found.row.id,
  seen: knownUpTo(found, Number.parseInt(typed, 10) || 0),
});

const actorOf = (c: Context<AppEnv>) => `staff:${c.get('signedIn').account.id}` as const;

function back(c: Context<AppEnv>, to: string): Response {
  const deps = c.get('deps');
  deps.later(() => wake(deps));
  return c.redirect(keep(viewOf(c), to), 303);
}

async function compare(c: Context<AppEnv>) {
  const two = await pair(c);
  return two ? c.html(<ComparePage one={two[0]} other={two[1]} />) : missing(c);
}

async function join(c: Context<AppEnv>) {
  const two = await pair(c);
  if (!two) return missing(c);
  const [one, other] = two;
  const posted = await postedText(c);
  const leads = parseReceipt(posted('lead'))?.canonical === one.found.row.receipt;
  const [a, b] = [seenIn(one, posted('seen')), seenIn(other, posted('seenOther'))];
  const joined = await joinMatter(c.get('deps').tools, {
    lead: leads ? a : b,
    member: leads ? b : a,
    actor: actorOf(c),
  });
  if (joined.ok) return back(c, casePath((leads ? one : other).found.row.receipt));
  const { lang } = viewOf(c);
  return again(c, say(joined.error === 'changed' ? words.changed : notJoinedWords[joined.error], lang));
}

/** The two as they stand now, and why nothing was done. */
async function again(c: Context<AppEnv>, failed: string) {
  const two = await pair(c);
  return two ? c.html(<ComparePage one={two[0]} other={two[1]} failed={failed} />, 409) : missing(c);
}

async function link(c: Context<AppEnv>) {
  const two = await pair(c);
  if (!two) return missing(c);
  const [one, other] = two;
  const posted = await postedText(c);
  const linked = await linkMatter(c.get('deps').tools, {
    cases: [seenIn(one, posted('seen')), seenIn(other, posted('seenOther'))],
    actor: actorOf(c),
  });
  if (linked.ok) return back(c, casePath(one.found.row.receipt));
  return again(c, say(linked.error === 'changed' ? words.changed : notJoinedWords.kind, viewOf(c).lang));
}

async function showPart(c: Context<AppEnv>) {
  const one = await ownCase(c, c.req.param('receipt'));
  return one && one.found.matter.follows !== null ? c.html(<PartPage one={one} />) : missing(c);
}

async function part(c: Context<AppEnv>) {
  const one = await ownCase(c, c.req.param('receipt'));
  if (!one) return missing(c);
  const { lang } = viewOf(c);
  const posted = await postedText(c);
  const remark = tidyText(posted('remark')).slice(0, LONGEST_REASON);
  if (remark === '') return c.html(<PartPage one={one} failed={say(words.noReason, lang)} />, 422);
  const member = seenIn(one, posted('seen'));
  const parted = await partMatter(c.get('deps').tools, { member, remark, actor: actorOf(c) });
  if (parted.ok) return back(c, casePath(one.found.row.receipt));
  const fresh = await ownCase(c, c.req.param('receipt'));
  const failed = say(parted.error === 'decided' ? notJoinedWords.decided : words.changed, lang);
  return fresh ? c.html(<PartPage one={fresh} typed={remark} failed={failed} />, 409) : missing(c);
}

async function settle(c: Context<AppEnv>) {
  const one = await ownCase(c, c.req.param('receipt'));
  const posted = await postedText(c);
  const how = posted('how');
  if (!one || !isSettlement(how)) return missing(c);
  const { tools } = c.get('deps');
  const member = seenIn(one, posted('seen'));
  const settled = await settleSentence(tools, { member, mark: posted('sentence'), how, actor: actorOf(c) });
  if (!settled.ok) return answerRefusal(c, refuse('case.changed'));
  const lead = parseReceipt(posted('lead'))?.canonical;
  const there = lead === undefined ? null : await caseFor(tools, c.get('signedIn').account, lead);
  const { receipt } = one.found.row;
  return back(c, there ? `${casePath(there.row.receipt)}#${receipt.toLowerCase()}` : casePath(receipt));
}

/** Filings on one matter: comparing, joining, parting and linking them, and noting what became of a sentence. */
export const matterPages = new Hono<AppEnv>()
  .get('/cases/:receipt/matter/part', (c) => showPart(c))
  .post('/cases/:receipt/matter/part', (c) => part(c))
  .post('/cases/:receipt/matter/settle', (c) => settle(c))
  .get('/cases/:receipt/matter/:other', (c) => compare(c))
  .post('/cases/:receipt/matter/:other/join', (c) => join(c))
  .post('/cases/:receipt/matter/:other/link', (c) => link(c));
