import { stationsOf } from '../../src/liaison/index.ts';
import { siteById } from '../../src/sites/index.ts';
import { pick } from './texts.ts';

const DAY = 86_400_000;

/** What share of all cases each county and kind has; three years of one prefecture. */
const SHARES = [
  { site: 'wanrong', kind: 'petition', share: 0.548 },
  { site: 'wanrong', kind: 'proposal', share: 0.002 },
  { site: 'pinglu', kind: 'petition', share: 0.25 },
  { site: 'hedong', kind: 'comment', share: 0.1 },
  { site: 'wenxi', kind: 'application', share: 0.07 },
  { site: 'jishan', kind: 'pledge', share: 0.03 },
] as const;

/** Where the cases of a kind stand, and what was done with them. */
interface Road {
  /** By age in days, the youngest first: what share stands where. */
  ages: readonly { younger: number; states: Readonly<Record<string, number>> }[];
  /** The steps behind each state; none where it is not named. */
  steps: Readonly<Record<string, readonly string[]>>;
  waits: Readonly<Record<string, string>>;
  finished: readonly string[];
  /** Days until the date of a state; none where it is not named. */
  due: Readonly<Record<string, number>>;
}

const accepted = ['register', 'assign', 'accept'];
const petitions: Road = {
  ages: [
    { younger: 3, states: { received: 0.4, registered: 0.3, assigned: 0.3 } },
    {
      younger: 15,
      states: { received: 0.05, registered: 0.1, assigned: 0.3, accepted: 0.35, directed: 0.1, closed: 0.1 },
    },
    {
      younger: 60,
      states: { accepted: 0.3, extended: 0.08, studied: 0.04, answered: 0.1, directed: 0.08, closed: 0.4 },
    },
    {
      younger: Infinity,
      states: { accepted: 0.002, reviewing: 0.001, answered: 0.02, directed: 0.06, forwarded: 0.02, closed: 0.897 },
    },
  ],
  steps: {
    registered: ['register'],
    assigned: ['register', 'assign'],
    accepted,
    studied: accepted,
    extended: [...accepted, 'extend'],
    answered: [...accepted, 'answer'],
    reviewing: [...accepted, 'answer', 'ask-review'],
    directed: ['register', 'direct'],
    forwarded: ['register', 'forward'],
    closed: [...accepted, 'answer', 'close'],
  },
  waits: {
    assigned: 'department',
    accepted: 'department',
    extended: 'department',
    studied: 'department',
    reviewing: 'review',
  },
  finished: ['directed', 'forwarded', 'closed'],
  due: { received: 15, registered: 15, assigned: 15, accepted: 60, extended: 90, reviewing: 30 },
};

const replied = ['examine', 'assign', 'reply'];
const suggestions: Road = {
  ages: [
    { younger: 90, states: { received: 0.1, assigned: 0.6, replied: 0.3 } },
    { younger: Infinity, states: { replied: 0.1, closed: 0.2, published: 0.7 } },
  ],
  steps: {
    assigned: ['examine', 'assign'],
    replied,
    closed: [...replied, 'close'],
    published: [...replied, 'close', 'publish'],
  },
  waits: { assigned: 'department' },
  finished: ['closed', 'published'],
  due: { assigned: 90 },
};

const statesAt = ({ ages }: Road, age: number): Readonly<Record<string, number>> =>
  ages.find(({ younger }) => age < younger)?.states ?? {};

function weighed<K extends string>(random: () => number, shares: Readonly<Record<K, number>>): K {
  let left = random();
  for (const [name, share] of Object.entries<number>(shares)) if ((left -= share) < 0) return name as K;
  return Object.keys(shares)[0] as K;
}

export interface Stand {
  site: string;
  kind: string;
  state: string;
  steps: readonly string[];
  topic: string | null;
  station: string | null;
  lead: string | null;
  helpers: string | null;
  dueAt: number | null;
  waitsFor: string | null;
  finished: boolean;
  restricted: boolean;
  spam: boolean;
}

/** Where one case stands that was sent at a time, as far as the inbox can tell. */
export function standOf(random: () => number, sentAt: number, now: number): Stand {
  const which = weighed(random, Object.fromEntries(SHARES.map(({ share }, index) => [index, share])));
  const { site, kind } = SHARES[Number(which)] ?? SHARES[0];
  const [restricted, spam] = [kind === 'petition' && random() < 0.01, kind !== 'proposal' && random() < 0.01];
  const nothing = { site, kind, topic: null, station: null, lead: null, helpers: null, dueAt: null, waitsFor: null };
  if (kind !== 'petition' && kind !== 'proposal')
    return { ...nothing, state: 'received', steps: [], finished: false, restricted, spam };
  const road = kind === 'petition' ? petitions : suggestions;
  const age = (now - sentAt) / DAY;
  const state = restricted ? 'registered' : weighed(random, statesAt(road, age));
  const steps = road.steps[state] ?? [];
  const topic = pick(random, siteById(site)?.topics ?? []);
  // The first stations are the large ones.
  const stations = stationsOf(site);
  const station = stations[Math.floor(random() ** 2 * stations.length)]?.id ?? null;
  const given = steps.includes('assign');
  const late = age >= 60 && random() < 0.5;
  const days = road.due[state];
  return {
    site,
    kind,
    state,
    steps,
    topic: restricted || kind === 'proposal' ? null : topic.id,
    station: restricted ? null : station,
    lead: given ? topic.lead : null,
    helpers: given && topic.with !== undefined && random() < 0.6 ? topic.with : null,
    dueAt:
      days === undefined || restricted
        ? null
        : age >= 60 && !late
          ? now + (random() * 20 - 2) * DAY
          : sentAt + days * DAY,
    waitsFor: road.waits[state] ?? null,
    finished: road.finished.includes(state),
    restricted,
    spam,
  };
}
