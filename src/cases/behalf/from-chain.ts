import type { EventRow } from '../../chain/tables.ts';
import { behalfEvents, behalfPublic, manners, witnessings, type Manner, type Witnessing } from '../../i18n/behalf.ts';
import { say, type Words } from '../../lib/words.ts';

/** The events after which a filing for somebody stands. */
export const CONFIRMED = 'confirmed-by-phone';
export const WITNESSED = 'witnessed';

const codesOf = ({ data }: EventRow): Record<string, unknown> => JSON.parse(data) as Record<string, unknown>;
const filed = (event: EventRow): boolean => event.code === 'submitted' && codesOf(event)['through'] === 'clerk';

export interface Behalf {
  /** `staff:…` */
  filer: string;
  confirmed: boolean;
}

/** What a case's chain says of its having been filed for somebody; null where its sender sent it. Pure. */
export function behalfOf(chain: readonly EventRow[]): Behalf | null {
  const submitted = chain.find(filed);
  if (!submitted) return null;
  return { filer: submitted.actor, confirmed: chain.some(({ code }) => code === CONFIRMED || code === WITNESSED) };
}

const both = (words: Words, values: Record<string, Words>): Words => ({
  zh: say(words, 'zh', Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.zh]))),
  en: say(words, 'en', Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.en]))),
});

/** How staff read an event of a filing for somebody; null for every other event. */
export function behalfEvent(event: EventRow): Words | null {
  const codes = codesOf(event);
  if (filed(event)) {
    const manner = manners[codes['manner'] as Manner] ?? { zh: '', en: '' };
    return both(behalfEvents.submitted, { manner });
  }
  if (event.code === CONFIRMED) return behalfEvents[CONFIRMED];
  if (event.code !== WITNESSED) return null;
  return both(behalfEvents[WITNESSED], { how: witnessings[codes['how'] as Witnessing] ?? { zh: '', en: '' } });
}

/** How its person reads it. */
export const behalfSentence = (code: string): Words | null =>
  code === CONFIRMED || code === WITNESSED ? behalfPublic[code] : null;
