import { Hono } from 'hono';
import type { AppEnv } from '../../context.ts';
import { accountPages } from './account.tsx';
import { accountsPages } from './accounts.tsx';
import { casePages } from './cases.tsx';
import { codesResumePages } from './codes-resume.tsx';
import { contactPages } from './contacts.tsx';
import { exportRoutes } from './export.tsx';
import { filePages } from './file.tsx';
import { filedPages } from './filed.tsx';
import { enrolPages } from './enrol.tsx';
import { healthPages } from './health.tsx';
import { ownOrigin, signedIn } from './guards.ts';
import { herePages } from './here.tsx';
import { inboxPages } from './inbox.tsx';
import { searchPages } from './search.tsx';
import { readsHead } from './head.ts';
import { togetherPages } from './together.tsx';
import { taskPages } from './tasks.tsx';
import { recusalLiftPages } from './recusal-lift.tsx';
import { recusalPages } from './recusal.tsx';
import { rolePages } from './role-page.tsx';
import { matterPages } from './matter.tsx';
import { messagePages } from './messages.tsx';
import { stopPages } from './message-stop.tsx';
import { provePages, signInPages } from './sign-in.tsx';
import { witnessPages } from './witness.tsx';

/** What staff see. Everything registered after `signedIn`, or not there at all, asks first who it is. */
export const consolePages = new Hono<AppEnv>()
  .use(ownOrigin)
  .route('/', signInPages)
  .route('/', enrolPages)
  .route('/', herePages)
  .use(signedIn)
  .use(readsHead)
  .route('/', accountPages)
  .route('/', contactPages)
  .route('/', provePages)
  .route('/', rolePages)
  .route('/', accountsPages)
  .route('/', healthPages)
  .route('/', stopPages)
  .route('/', codesResumePages)
  .route('/', messagePages)
  .route('/', taskPages)
  .route('/', filePages)
  .route('/', filedPages)
  .route('/', witnessPages)
  .route('/', exportRoutes)
  .route('/', inboxPages)
  .route('/', togetherPages)
  .route('/', searchPages)
  .route('/', recusalPages)
  .route('/', recusalLiftPages)
  .route('/', matterPages)
  .route('/', casePages);
