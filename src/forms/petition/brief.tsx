import type { FC } from 'hono/jsx';
import { Lines } from '../brief.tsx';
import type { FormContext, Json } from '../define.ts';
import { petitionAnswers } from './answers.ts';

export const PetitionBrief: FC<{ answers: Json; context: FormContext }> = ({ answers, context }) => (
  <Lines fields={petitionAnswers(context)} answers={answers} />
);
