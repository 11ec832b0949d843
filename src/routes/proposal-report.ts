import type { PublishedCase, PublishedLine } from '../cases/published.ts';
import { statusOfCase, type Status } from '../cases/status.ts';
import { jsonOf } from '../cases/stored.ts';
import type { Json } from '../forms/define.ts';
import { asksOf, linesOf } from '../forms/proposal/answers.ts';
import { proposal, termsOn, type Signed, type Signer } from '../forms/proposal/index.ts';
import { usual } from '../forms/proposal/limits.ts';
import { proposalPages as words } from '../i18n/proposals.ts';
import { shanghaiDate } from '../lib/clock.ts';
import { say, type Lang } from '../lib/words.ts';
import type { Site } from '../sites/site.ts';
import { cite } from '../workflow/citation.ts';

interface Coded {
  code: string;
  label: string;
}

interface Person {
  name: string;
  post: string;
}

/** A suggestion in the list. */
export interface ProposalLine {
  number: string;
  title: string;
  proposer: Person | null;
  lead: string | null;
  repliedOn: string | null;
  category: Coded | null;
}

/** The report on one suggestion (代表法 51(3)): all of it is public, nothing of the petitioner is in it. */
export interface ProposalReport extends ProposalLine {
  cosigners: Person[];
  reason: string;
  problem: string[];
  asks: string[];
  helpers: string[];
  handedOverOn: string | null;
  due: { date: string; basis: string } | null;
  /** Whether the first reply came by then. */
  inTime: boolean | null;
  replies: { on: string; category: Coded; contact: string; text: string }[];
  feedback: { on: string; rating: Coded; text?: string }[];
  keySupervised: boolean;
  timeline: Status['timeline'];
}

const person = ({ name, post }: Signer, lang: Lang): Person => ({ name, post: say(post, lang) });
const signed = (frozen: string | null): Signed => ({ proposer: [], cosigners: [], ...jsonOf(frozen) });
const textIn = (json: Json, name: string): string => (typeof json[name] === 'string' ? json[name] : '');

/** The class of a result, by what the site had settled on the day of the reply. */
function categoryOn(site: Site, data: Json, on: string, lang: Lang): Coded {
  const code = textIn(data, 'category');
  const label = termsOn(site, on).categories.find((one) => one.code === code)?.label;
  return { code, label: label ? say(label, lang) : code };
}

/** What was chosen at a step, in the words it was offered with. */
function chosen(action: string, name: string, code: string, lang: Lang): string {
  const fields = proposal.workflow.transitions.find(({ id }) => id === action)?.asks ?? {};
  const node = fields[name];
  const label = node?.is === 'field' ? node.options?.find(({ value }) => value === code)?.label : undefined;
  return label ? say(label, lang) : code;
}

/** One line of the list; `lastAt` and `lastData` are of its last reply. */
export function proposalLine(site: Site, line: PublishedLine, lang: Lang): ProposalLine {
  const [first] = signed(line.frozen).proposer;
  const repliedOn = line.lastAt === null ? null : shanghaiDate(line.lastAt);
  return {
    number: line.receipt,
    title: line.title,
    proposer: first ? person(first, lang) : null,
    lead: line.lead,
    repliedOn,
    category: repliedOn === null ? null : categoryOn(site, jsonOf(line.lastData), repliedOn, lang),
  };
}

const HANDING_OVER = ['assign', 'assign-wide'];

/** The whole report from what is kept of the case and its chain. */
export function proposalReport(site: Site, found: PublishedCase, lang: Lang): ProposalReport {
  const { row, notes, assignments } = found;
  const chain = found.events
    .toReversed()
    .map(({ code, at, seq, data }) => ({ code, on: shanghaiDate(at), seq, data: jsonOf(data) }));
  const of = (...codes: string[]) => chain.filter(({ code }) => codes.includes(code));
  const replies = of('reply').map(({ on, seq, data }) => ({
    on,
    category: categoryOn(site, data, on, lang),
    contact: chosen('reply', 'contact', textIn(data, 'contact'), lang),
    text: notes.get(seq)?.note ?? '',
  }));
  const [firstReply] = of('reply');
  const dated = chain.findLast(({ seq, data }) => (!firstReply || seq < firstReply.seq) && textIn(data, 'due') !== '');
  const due = dated ? { date: textIn(dated.data, 'due'), basis: articleOf(lang) } : null;
  const answers = (jsonOf(row.answers)['answers'] ?? {}) as Json;
  const { proposer, cosigners } = signed(row.frozen);
  const [first] = proposer;
  const last = assignments.at(-1);
  return {
    number: row.receipt,
    title: row.title,
    proposer: first ? person(first, lang) : null,
    cosigners: cosigners.map((one) => person(one, lang)),
    reason: textIn(answers, 'reason'),
    problem: linesOf(textIn(answers, 'problem')),
    asks: asksOf(textIn(answers, 'asks')),
    lead: last?.lead ?? null,
    helpers: last?.helpers?.split('、') ?? [],
    handedOverOn: of(...HANDING_OVER)[0]?.on ?? null,
    due,
    repliedOn: firstReply?.on ?? null,
    inTime: due && firstReply ? firstReply.on <= due.date : null,
    category: replies.at(-1)?.category ?? null,
    replies,
    feedback: of('feedback', 'dissatisfied').map(({ code, on, seq, data }) => {
      const text = notes.get(seq)?.note;
      return { on, rating: ratingOf(code, data, lang), ...(text !== undefined && { text }) };
    }),
    keySupervised: of('key').length > 0,
    timeline: statusOfCase(found, proposal.at?.(site, found.today) ?? proposal, lang).timeline,
  };
}

const articleOf = (lang: Lang): string => (usual.kind === 'law' ? cite(usual.basis, lang) : '');

function ratingOf(code: string, data: Json, lang: Lang): Coded {
  if (code === 'dissatisfied') return { code: 'dissatisfied', label: say(words.dissatisfied, lang) };
  const rating = textIn(data, 'rating');
  return { code: rating, label: chosen('feedback', 'rating', rating, lang) };
}
