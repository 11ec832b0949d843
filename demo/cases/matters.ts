import type { DemoCase } from './case.ts';

/** Two filings on one matter: joined (并案) or only linked (关联), by the desk, so many days before T. */
export interface DemoMatter {
  how: 'join' | 'link';
  lead: string;
  member: string;
  daysAgo: number;
  time: string;
}

/** The canal of Gaocun: three tell of it, and the first asks again. */
const canal: readonly DemoMatter[] = [
  { how: 'join', lead: 'W01', member: 'W02', daysAgo: 38, time: '09:15' },
  { how: 'join', lead: 'W01', member: 'W03', daysAgo: 37, time: '09:15' },
  { how: 'link', lead: 'W01', member: 'W23', daysAgo: 0, time: '08:30' },
];

/** What makes two made-up filings one matter: kind of answer, topic and where their roads stand. */
const groupOf = ({ body, road = [] }: DemoCase): string => {
  const { category, topic } = body['answers'] as { category: string; topic: string };
  return [category, topic, ...road.map(({ action }) => action)].join();
};

/** The first two made-up filings that are both with a department, about one thing: they go on together from today. */
function together(generated: readonly DemoCase[]): DemoMatter[] {
  const groups = Map.groupBy(
    generated.filter(({ road = [] }) => road.at(-1)?.action === 'assign'),
    groupOf,
  );
  const [pair] = [...groups.values()].filter(({ length }) => length > 1);
  const [lead, member] = (pair ?? []).toSorted((a, b) => Number(b.daysAgo) - Number(a.daysAgo));
  return lead && member ? [{ how: 'join', lead: lead.ref, member: member.ref, daysAgo: 0, time: '08:40' }] : [];
}

/** All that were joined and linked among the cases given. */
export const mattersAmong = (cases: readonly DemoCase[]): DemoMatter[] => {
  const refs = new Set(cases.map(({ ref }) => ref));
  return [...canal, ...together(cases.filter(({ ref }) => ref.startsWith('G')))].filter(
    ({ lead, member }) => refs.has(lead) && refs.has(member),
  );
};
