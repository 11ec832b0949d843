import { Hono, type Context } from 'hono';
import { lookUp, type FoundCase } from '../../cases/look-up.ts';
import { COPY, openCopy } from '../../cases/personal/copy.ts';
import { confirmIdentity, identityWanted, sendIdentityCode } from '../../cases/personal/identity.ts';
import { INCLUDE, includeCase } from '../../cases/personal/include.ts';
import { IDENTITY } from '../../cases/personal/proven.ts';
import type { AppEnv } from '../../context.ts';
import { refuse, statusOf, type Refusal } from '../../errors.ts';
import type { CaseKind, Json } from '../../forms/define.ts';
import { formOfCase } from '../../forms/index.ts';
import { wake } from '../../jobs/tick.ts';
import { shanghaiDate } from '../../lib/clock.ts';
import { readForm, readGroup, type Fields } from '../../lib/fields/index.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import { actionsOf } from '../../workflow/define.ts';
import { courseOf } from '../../cases/step.ts';
import { answerRefusal } from '../refusal.tsx';
import { CopyPage } from './copy-page.tsx';
import { IdentityPage, IncludePage } from './identity-page.tsx';
import { again, shown, typed } from './status.tsx';
import { StatusPage } from './status-page.tsx';
import { viewOf } from './view.ts';

interface Asking {
  found: FoundCase;
  form: CaseKind;
  receipt: string;
  code: string;
  sure: boolean;
  posted: FormData;
  /** What the action asks. */
  asks: Fields;
}

/** The case of the number and code posted, where an action of a page of its own is open in it. */
async function asking(c: Context<AppEnv>, action: string): Promise<Result<Asking, Response>> {
  const asked = await typed(c);
  if (!asked.ok) return asked;
  const { receipt, code } = asked.value;
  const { tools, address } = c.get('deps');
  const found = await lookUp(tools, { site: c.get('site'), receipt, code, address });
  if (!found.ok) return fail(await again(c, receipt, found.error));
  const { row, events, today } = found.value;
  const form = formOfCase(row, today);
  const course = courseOf(row, events.toReversed(), today);
  const open = form && actionsOf(form.workflow, row.state, 'citizen', course).find(({ id }) => id === action);
  if (!form || !open) return fail(await answerRefusal(c, refuse('case.changed')));
  return ok({ ...asked.value, found: found.value, form, asks: open.asks ?? {} });
}

const pageOf = (c: Context<AppEnv>, { receipt, code, asks }: Asking) => ({
  view: viewOf(c),
  site: c.get('site'),
  receipt,
  code,
  asks,
});

/** The status page as it is after an action. */
async function afterwards(c: Context<AppEnv>, { receipt, code }: Asking) {
  const { tools, address } = c.get('deps');
  const [view, site] = [viewOf(c), c.get('site')];
  const found = await lookUp(tools, { site, receipt, code, address });
  const form = found.ok ? formOfCase(found.value.row, found.value.today) : undefined;
  if (!found.ok || !form) return again(c, receipt, found.ok ? refuse('receipt.not-found') : found.error);
  return c.html(<StatusPage {...{ view, site, code, form, ...shown(found.value, form, view.lang) }} done />);
}

async function identity(c: Context<AppEnv>) {
  const asked = await asking(c, IDENTITY);
  if (!asked.ok) return asked.error;
  const { found, form, posted, sure, asks } = asked.value;
  const { tools, later } = c.get('deps');
  const wanted = await identityWanted(tools, found, form);
  if (!wanted) return answerRefusal(c, refuse('case.changed'));
  const shared = { ...pageOf(c, asked.value), ...wanted };
  if (posted.get('send') === '1') {
    const sent = await sendIdentityCode(tools, found, form, c.get('site'));
    if (!sent.ok && sent.error.code === 'codes.paused')
      return c.html(<IdentityPage {...shared} refusal={sent.error} />, statusOf[sent.error.code]);
    if (!sent.ok) return answerRefusal(c, sent.error);
    later(() => wake(c.get('deps')));
    return c.html(<IdentityPage {...shared} sent />);
  }
  if (!sure) return c.html(<IdentityPage {...shared} />);
  const raw = readForm(asks, posted);
  const { value, problems } = readGroup(asks, raw);
  const done =
    problems.length > 0
      ? fail(refuse('answers.invalid', { problems }))
      : await confirmIdentity(tools, found, form, String(value['phoneCode']));
  if (done.ok) return afterwards(c, asked.value);
  return wrongIn(c, done.error, (refused) => <IdentityPage {...shared} {...{ raw, problems: refused }} sent />);
}

async function include(c: Context<AppEnv>) {
  const asked = await asking(c, INCLUDE);
  if (!asked.ok) return asked.error;
  const { found, form, posted, sure, asks } = asked.value;
  const shared = pageOf(c, asked.value);
  if (!sure) return c.html(<IncludePage {...shared} />);
  const raw = readForm(asks, posted);
  const { value, problems } = readGroup(asks, raw);
  const { tools, address } = c.get('deps');
  const other = { receipt: String(value['otherReceipt']), code: String(value['otherCode']) };
  const done =
    problems.length > 0
      ? fail(refuse('answers.invalid', { problems }))
      : await includeCase(tools, found, form, { site: c.get('site'), address, ...other });
  if (done.ok) return afterwards(c, asked.value);
  return wrongIn(c, done.error, (refused) => <IncludePage {...shared} {...{ raw, problems: refused }} />);
}

/** A wrong answer gets its page again; anything else is refused as everywhere. */
function wrongIn(
  c: Context<AppEnv>,
  error: Refusal,
  page: (problems: NonNullable<Refusal['problems']>) => ReturnType<typeof IdentityPage>,
) {
  if (error.code !== 'answers.invalid') return answerRefusal(c, error);
  return c.html(page(error.problems ?? []) as Parameters<typeof c.html>[0], 422);
}

async function copy(c: Context<AppEnv>) {
  const asked = await asking(c, COPY);
  if (!asked.ok) return asked.error;
  const { found, form, posted } = asked.value;
  const { tools, drafts } = c.get('deps');
  const { view, site, receipt, code } = pageOf(c, asked.value);
  const copies = await openCopy(tools, found, form, view.lang);
  if (!copies.ok) return answerRefusal(c, copies.error);
  if (posted.get('as') !== 'file')
    return c.html(<CopyPage {...{ view, site, receipt, code }} copies={copies.value} drafts={await drafts()} />);
  const about: Json = { site: site.id, request: receipt, cases: copies.value };
  return c.body(`${JSON.stringify(about, null, 2)}\n`, 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="minyi-${site.id}-${shanghaiDate(tools.clock.now())}.json"`,
  });
}

/** What the sender of a request about personal data does: shows that the phone is theirs, adds a matter, opens the copy. */
export const personalPages = new Hono<AppEnv>()
  .post('/status/identity', (c) => identity(c))
  .post('/status/include', (c) => include(c))
  .post('/status/copy', (c) => copy(c));
