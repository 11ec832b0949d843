import { Hono, type Context } from 'hono';
import type { AppEnv } from '../../context.ts';
import { refuse } from '../../errors.ts';
import { staff as words } from '../../i18n/staff.ts';
import { log } from '../../lib/log.ts';
import { say } from '../../lib/words.ts';
import { accountOfPasskey, askForPasskey, byPasskey } from '../../staff/passkey.ts';
import { byAuthenticator, byRecoveryCode, type Check, type Way } from '../../staff/proof.ts';
import { openSession, proveAgain, signIn, type From, type SignInRefusal } from '../../staff/sign-in.ts';
import type { StaffTools } from '../../staff/tools.ts';
import { LOCKED_FOR } from '../../staff/tries.ts';
import { viewOf } from '../public/view.ts';
import { answerRefusal } from '../refusal.tsx';
import { keep } from '../../ui/view.ts';
import { ConsolePage } from './console-page.tsx';
import { deviceOf } from './device.ts';
import { giveCookie, safePath } from './guards.ts';
import { postedText } from './posted-text.ts';
import { ProofForms, ProofRefused } from './proof-forms.tsx';

const SIGN_IN = 'sign-in';
const WAYS: readonly string[] = ['passkey', 'authenticator', 'recovery-code'] satisfies Way[];
const isWay = (text: string): text is Way => WAYS.includes(text);

/** The check of each way over what was posted; a passkey answers a challenge made for `purpose`. */
function checkOf(tools: StaffTools, way: Way, posted: (name: string) => string, purpose: string): Check {
  if (way === 'passkey') return byPasskey(tools, posted('passkey'), purpose);
  return (way === 'authenticator' ? byAuthenticator : byRecoveryCode)(tools, posted('code'));
}

export const fromOf = (c: Context<AppEnv>): From => ({
  address: c.get('deps').address,
  device: deviceOf(c.req.header('user-agent') ?? ''),
});

const STATUS = { wrong: 422, locked: 429 } as const;

interface Asked {
  to: string;
  login?: string;
  reason?: SignInRefusal;
}

async function signInPage(c: Context<AppEnv>, { to, login = '', reason }: Asked) {
  const view = viewOf(c);
  const passkey = await askForPasskey(c.get('deps').staff, SIGN_IN);
  if (reason === 'locked') c.header('retry-after', String(LOCKED_FOR));
  return c.html(
    <ConsolePage view={view} title={say(words.signInTitle, view.lang)} description={say(words.signInLead, view.lang)}>
      <ProofRefused view={view} reason={reason ?? null} />
      <ProofForms action="/staff/sign-in" {...{ view, passkey, to, login }} />
    </ConsolePage>,
    reason ? STATUS[reason] : 200,
  );
}

/** Signing in: the only pages of the console, with enrolling, that are there for everybody. */
export const signInPages = new Hono<AppEnv>()
  .get('/sign-in', (c) => signInPage(c, { to: safePath(c.req.query('to')) }))
  .post('/sign-in/:way', async (c) => {
    const {
      staff: tools,
      tools: { allow },
      address,
    } = c.get('deps');
    const way = c.req.param('way');
    if (!isWay(way)) return answerRefusal(c, refuse('route.unknown'));
    const posted = await postedText(c);
    const to = safePath(posted('to'));
    const login = posted('login').slice(0, 64);
    if (!(await allow(`staff|${address}`))) return signInPage(c, { to, login, reason: 'locked' });
    const check = checkOf(tools, way, posted, SIGN_IN);
    const opened =
      way === 'passkey'
        ? await openSession(tools, (await accountOfPasskey(tools, posted('passkey'))) ?? '', check, fromOf(c).device)
        : await signIn(tools, login, check, fromOf(c));
    if (!opened.ok) {
      // Neither login nor code: what is typed by mistake may be either.
      log('warn', 'staff sign-in refused', { request: c.get('requestId'), way, why: opened.error });
      return signInPage(c, { to, login, reason: opened.error });
    }
    giveCookie(c, opened.value.token);
    return c.redirect(keep(viewOf(c), to), 303);
  });

async function provePage(c: Context<AppEnv>, { to, reason }: Asked) {
  const view = viewOf(c);
  const { session, account } = c.get('signedIn');
  const passkey = await askForPasskey(c.get('deps').staff, `prove|${session.id}`);
  if (reason === 'locked') c.header('retry-after', String(LOCKED_FOR));
  return c.html(
    <ConsolePage
      {...{ view, account }}
      title={say(words.proveTitle, view.lang)}
      description={say(words.proveLead, view.lang)}
    >
      <ProofRefused view={view} reason={reason ?? null} />
      <ProofForms action="/staff/prove" login={null} {...{ view, passkey, to }} />
    </ConsolePage>,
    reason ? STATUS[reason] : 200,
  );
}

/** Step-up: a fresh proof, then back to the page that asked for it. */
export const provePages = new Hono<AppEnv>()
  .get('/prove', (c) => provePage(c, { to: safePath(c.req.query('to')) }))
  .post('/prove/:way', async (c) => {
    const { staff: tools } = c.get('deps');
    const way = c.req.param('way');
    if (!isWay(way)) return answerRefusal(c, refuse('route.unknown'));
    const posted = await postedText(c);
    const to = safePath(posted('to'));
    const signedIn = c.get('signedIn');
    const check = checkOf(tools, way, posted, `prove|${signedIn.session.id}`);
    const proved = await proveAgain(tools, signedIn, check, fromOf(c));
    return proved.ok ? c.redirect(keep(viewOf(c), to), 303) : provePage(c, { to, reason: proved.error });
  });
