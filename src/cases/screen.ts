import { count } from '../db/counters.ts';
import type { Plain } from '../db/database.ts';
import { refuse, type Refusal } from '../errors.ts';
import { shanghaiDate, shanghaiTime } from '../lib/clock.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { blindIndex } from '../lib/sealing/blind-index.ts';
import type { Site } from '../sites/site.ts';
import { proofOf, type Proof } from './challenge.ts';
import type { Sender } from './sender.ts';
import type { Tools } from './tools.ts';

/** What screening found: the limits the batch itself must hold, and whether the rest goes on quietly as spam. */
export interface Screened {
  proof: Proof | null;
  limits: Plain[];
  spam: boolean;
}

/** A person reads before pressing the button; a machine does not. */
const QUICKEST_MS = 2000;
const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Judges a sender before anything is written (architecture.md: screen). Refuses, or says which counters to raise. */
export async function screen(
  tools: Tools,
  site: Site,
  sender: Sender,
  solution: string | undefined,
): Promise<Result<Screened, Refusal>> {
  if (sender.is === 'partner') return ok({ proof: null, limits: partnerLimits(tools, site, sender), spam: false });
  if (sender.is === 'clerk') return ok({ proof: null, limits: clerkLimits(tools, site, sender.account), spam: false });
  const proof = solution === undefined ? null : await proofOf(tools.ring, site.id, solution);
  if (sender.is === 'program') {
    if (!proof) return fail(refuse(solution === undefined ? 'challenge.required' : 'challenge.failed'));
    return ok({ proof, limits: [], spam: false });
  }
  if (proof) return ok({ proof, limits: [], spam: sender.decoyFilled });
  const waited = sender.openedAt === null ? 0 : tools.clock.now() - sender.openedAt;
  if (waited < QUICKEST_MS) return fail(refuse('form.too-quick'));
  return ok({ proof: null, limits: await unprovenLimits(tools, site, sender.address), spam: sender.decoyFilled });
}

function partnerLimits({ clock }: Tools, site: Site, sender: Sender & { is: 'partner' }): Plain[] {
  if (sender.perDay === null) return [];
  const now = clock.now();
  return [count(`partner|${site.id}|${sender.name}|${shanghaiDate(now)}`, 1, sender.perDay, now + 2 * DAY)];
}

function clerkLimits({ clock }: Tools, site: Site, account: string): Plain[] {
  const now = clock.now();
  const name = `clerk|${site.id}|${account}|${shanghaiDate(now)}`;
  return [count(name, 1, site.settings.filedPerClerkPerDay, now + 2 * DAY)];
}

async function unprovenLimits({ ring, clock }: Tools, site: Site, address: string): Promise<Plain[]> {
  const now = clock.now();
  const { unprovenPerAddressPerHour, unprovenPerSitePerDay } = site.settings;
  const hour = shanghaiTime(now).slice(0, 13);
  const index = await blindIndex(ring, 'address', address);
  return [
    count(`unproven|${site.id}|${index}|${hour}`, 1, unprovenPerAddressPerHour, now + 2 * HOUR),
    count(`unproven|${site.id}|${shanghaiDate(now)}`, 1, unprovenPerSitePerDay, now + 2 * DAY),
  ];
}
