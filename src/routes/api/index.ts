import { Hono } from 'hono';
import type { AppEnv } from '../../context.ts';
import { campaigns } from './campaigns.ts';
import { cors } from './cors.ts';
import { drafts } from './drafts.ts';
import { formDescriptions } from './forms.ts';
import { measures } from './measures.ts';
import { personal } from './personal.ts';
import { proposals } from './proposals.ts';
import { reading } from './reading.ts';
import { knownSite } from './site.ts';
import { status } from './status.ts';
import { submitting } from './submit.ts';

const ofSite = new Hono<AppEnv>()
  .use(knownSite)
  .route('/', reading)
  .route('/', measures)
  .route('/', campaigns)
  .route('/', drafts)
  .route('/', proposals)
  .route('/', formDescriptions)
  .route('/', personal)
  .route('/', status)
  .route('/', submitting);

/** The public contract, version 1 (api.md). */
export const api = new Hono<AppEnv>().use(cors).route('/:site', ofSite);
