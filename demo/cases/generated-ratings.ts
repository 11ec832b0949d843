import { dice } from './random.ts';
import { step, type DemoStep } from './road.ts';

const SEED = 20230512;
/** Of every hundred answers: satisfied, mostly, not; the rest say nothing. */
const [SATISFIED, MOSTLY, UNSATISFIED] = [62, 86, 95];

const HEARING =
  '您好。您申请复核的事,我们定在{T-1}上午九点在县信访局三楼举行听证,请您带上身份证和材料来说一说,也可以请人陪同。听证期间,复核的期限暂停。(《信访工作条例》第三十六条)(示例)';
const UPHELD =
  '您好。您的复查申请我们办完了: 维持原来的处理意见,理由写在上面。不同意的,可以在收到之日起30日内申请复核。(示例)';

const answerOf = (road: readonly DemoStep[]): DemoStep | undefined => road.find(({ action }) => action === 'answer');
const isOpinion = (road: readonly DemoStep[]): boolean => answerOf(road)?.input['outcome'] === 'supported';
const agoOf = (road: readonly DemoStep[]): number => answerOf(road)?.daysAgo ?? -1;

const rated = (daysAgo: number, rating: string, comment?: string): DemoStep =>
  step(daysAgo, '20:30', 'sender', 'rate', { rating, ...(comment !== undefined && { comment }) });

/** Who was not satisfied and asked for a review, which is under way. */
const underReview = (road: readonly DemoStep[]): DemoStep[] => {
  const ago = agoOf(road);
  const until = road.filter(({ action }) => action !== 'close');
  const unhappy = rated(ago, 'unsatisfied', '来看过,可是第二天又坏了。(示例)');
  return [...until, unhappy, step(ago - 1, '09:20', 'sender', 'ask-review')];
};

/** Who went on to a second review, in which there is a hearing just now: the limit stands still. */
const atHearing = (road: readonly DemoStep[]): DemoStep[] => {
  const ago = agoOf(road);
  return [
    ...underReview(road),
    step(ago - 9, '10:40', 'desk', 'review', {
      facts: '承办单位重新到现场看过,和第一次看到的一样。(示例)',
      note: UPHELD,
      basis: '《信访工作条例》第三十五条',
    }),
    step(ago - 11, '11:15', 'sender', 'ask-re-review'),
    step(1, '09:00', 'desk', 'hear', { note: HEARING }),
  ];
};

/** The same roads with what the senders said of their answers; one stands under review, one at the hearing of a second. */
export function withRatings(roads: ReadonlyMap<string, readonly DemoStep[]>): Map<string, readonly DemoStep[]> {
  const chance = dice(SEED);
  const opinions = [...roads].filter(([, road]) => isOpinion(road));
  const youngest = opinions.toSorted(([, a], [, b]) => agoOf(a) - agoOf(b)).filter(([, road]) => agoOf(road) >= 4);
  const reviewed = youngest[0]?.[0];
  // Long enough ago for a review in between, and not so long that the second is overdue.
  const heard = youngest.find(([ref, road]) => ref !== reviewed && agoOf(road) >= 24 && agoOf(road) <= 38)?.[0];
  return new Map(
    [...roads].map(([ref, road]) => {
      if (ref === reviewed) return [ref, underReview(road)] as const;
      if (ref === heard) return [ref, atHearing(road)] as const;
      const drawn = chance.below(100);
      const rating = drawn < SATISFIED ? 'satisfied' : drawn < MOSTLY ? 'mostly' : 'unsatisfied';
      const at = road.findIndex(({ action }) => action === 'answer');
      if (at < 0 || agoOf(road) < 1 || drawn >= UNSATISFIED) return [ref, road] as const;
      return [ref, [...road.slice(0, at + 1), rated(agoOf(road), rating), ...road.slice(at + 1)]] as const;
    }),
  );
}
