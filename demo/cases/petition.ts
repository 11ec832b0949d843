import type { DemoCase, Person } from './case.ts';

/** A petition of the list, as somebody would tell it: what, about which matter, to which station. */
export interface DemoPetition extends Pick<DemoCase, 'ref' | 'daysAgo' | 'time'> {
  about: readonly [category: 'suggestion' | 'request' | 'report', topic: string, station?: string];
  from: Person;
  /** Where the sender lives; a request needs it. */
  address?: string;
  place?: string;
  title: string;
  text: string;
}

/** Petitions of one county as bodies of the public contract. */
export const petitionsOf = (site: string, petitions: readonly DemoPetition[]): DemoCase[] =>
  petitions.map(({ ref, daysAgo, time, about: [category, topic, station], from, address, place, title, text }) => ({
    ref,
    site,
    kind: 'petition',
    daysAgo,
    time,
    body: {
      contact: { ...from, ...(address !== undefined && { address }) },
      answers: {
        category,
        topic,
        title,
        body: text,
        ...(station !== undefined && { station }),
        ...(place !== undefined && { place }),
        ...(category === 'report' && { confidential: true }),
      },
      consent: { privacy: true },
    },
  }));
