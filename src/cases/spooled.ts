import { nextEvent } from '../chain/event.ts';
import type { Asked, Found, Shown } from '../intake/item.ts';
import { shanghaiDate } from '../lib/clock.ts';
import type { Site } from '../sites/site.ts';
import { FIRST_STATE } from './accepted.ts';
import { SPOOLED } from './answer.ts';
import type { FoundCase } from './look-up.ts';
import type { CaseRow } from './tables.ts';
import type { Tools } from './tools.ts';

type Waiting = { is: 'found'; found: FoundCase } | Exclude<Found, { is: 'found' }>;

/** Asks the site's intake for a submission that is acknowledged and not yet in the database. */
export async function findSpooled({ intake }: Tools, site: Site, now: number, asked: Asked): Promise<Waiting> {
  const waiting = await intake.find(site.id, asked).catch((): Found => ({ is: 'unknown' }));
  if (waiting.is !== 'found') return waiting;
  return { is: 'found', found: await asCase(waiting.id, asked.receipt, site, waiting.shown, now) };
}

/** What only the database would tell: nobody asks for it while the case waits. */
const NOTHING = {
  codeHash: '',
  codeRenewedOn: null,
  title: '',
  answers: '{}',
  category: null,
  topic: null,
  station: null,
  subject: null,
  restricted: false,
  spam: false,
  urgent: false,
  dueDate: null,
  frozen: null,
  fingerprint: '',
  privacyVersion: '',
  phoneIndex: null,
  identityIndex: null,
} satisfies Partial<CaseRow>;

/** What a sender may see of it: that it came in, and by when it is due. Nothing can be done with it yet. */
async function asCase(id: string, receipt: string, site: Site, shown: Shown, now: number): Promise<FoundCase> {
  const data = { state: FIRST_STATE };
  const event = await nextEvent(id, null, { at: shown.submittedAt, actor: 'citizen', code: 'submitted', data });
  return {
    row: { ...NOTHING, ...shown, id, receipt, site: site.id, demo: site.demo, state: SPOOLED, seq: event.seq },
    events: [event],
    messages: [],
    notes: new Map(),
    today: shanghaiDate(now),
  };
}
