import type { FC } from 'hono/jsx';
import { Lines } from '../brief.tsx';
import type { BriefPart } from '../define.ts';
import { proposalAnswers } from './answers.ts';

export const ProposalBrief: FC<BriefPart> = ({ answers, context }) => (
  <Lines fields={proposalAnswers(context)} answers={answers} />
);
