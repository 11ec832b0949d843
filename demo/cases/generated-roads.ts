import { wanrong } from '../../src/sites/wanrong.ts';
import type { DemoCase } from './case.ts';
import { dice, type Dice } from './random.ts';
import { withRatings } from './generated-ratings.ts';
import { step, type DemoStep } from './road.ts';

const SEED = 20230511;
/** Of every hundred: the newest 3 are new, the next 7 accepted, the next 18 in hand, 2 overdue, the rest closed. */
const [NEW, ACCEPTED, IN_HAND, OVERDUE] = [3, 10, 28, 30];

const measures: Readonly<Record<string, string>> = {
  irrigation: '换了损坏的部件,试过水',
  roads: '换了损坏的部分,加了反光标识',
  waste: '清运完毕,改为三天一清',
  farming: '请农技人员到地里讲了防治办法',
  elderly: '补齐了材料,和经办窗口核对过',
  health: '排了值班表,补了常用药',
  utilities: '排查了线路和管道',
  school: '和学校、客运站商量了接送办法',
  market: '抽查了摊点,按票据处理',
  neighbour: '两家一起到现场说开了,签了协议',
};

/** The same cases with what became of them, older ones further on their road. */
export function withGeneratedRoads(cases: readonly DemoCase[]): DemoCase[] {
  const chance = dice(SEED);
  const byAge = cases.toSorted((a, b) => Number(a.daysAgo) - Number(b.daysAgo));
  const roads = withRatings(
    new Map(byAge.map((one, i) => [one.ref, roadOf(one, (i / byAge.length) * 100, chance)] as const)),
  );
  return cases.map((one) => ({ ...one, road: roads.get(one.ref) ?? [] }));
}

function roadOf({ daysAgo, body }: DemoCase, age: number, chance: Dice): readonly DemoStep[] {
  const sent = Number(daysAgo);
  const { topic, category } = body['answers'] as { topic: string; category: string };
  const lead = wanrong.topics.find(({ id }) => id === topic)?.lead ?? '县人大办公室';
  const time = `${9 + chance.below(8)}:${10 + chance.below(50)}`.padStart(5, '0');
  if (age < NEW) return [];
  const accepted = Math.max(0, sent - 1 - chance.below(2));
  if (age < ACCEPTED) return [step(accepted, time, 'desk', 'accept')];
  const given = step(Math.max(0, accepted - 1), time, 'desk', 'assign', { lead });
  if (age < IN_HAND) return [step(accepted, time, 'desk', 'accept'), given];
  if (age < OVERDUE) return [step(accepted, time, 'desk', 'register'), given];
  const answered = accepted - 2 - chance.below(20);
  const seen = answered + 1;
  const note = `您好。${lead}于{T-${seen}}到现场看过,${measures[topic] ?? '和有关各方商量过'},已完成。如还有不清楚的,请打0359-0000101。(示例)`;
  const facts = `${lead}于{T-${seen}}到现场核对过, 情况属实。(示例)`;
  const outcome = category === 'suggestion' ? chance.pick(['adopted', 'adopted', 'noted']) : 'supported';
  return [
    step(accepted, time, 'desk', 'accept'),
    step(answered, time, 'desk', 'answer', { outcome, note, ...(outcome === 'supported' && { facts }) }),
    step(answered - 1 - chance.below(5), time, 'desk', 'close'),
  ];
}
