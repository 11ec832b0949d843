import { Lines } from '../brief.tsx';
import type { BriefPart } from '../define.ts';
import { dataRequestAnswers } from './answers.ts';

export const DataRequestBrief = ({ answers }: BriefPart) => <Lines fields={dataRequestAnswers} answers={answers} />;
