import type { FC } from 'hono/jsx';
import { Lines } from '../brief.tsx';
import type { FormContext, Json } from '../define.ts';
import { pledgeAnswers } from './answers.ts';

export const PledgeBrief: FC<{ answers: Json; context: FormContext }> = ({ answers, context }) => (
  <Lines fields={pledgeAnswers(context, { answers })} answers={answers} />
);
