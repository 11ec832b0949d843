import type { DemoCase } from './case.ts';
import { wasteComments } from './comments.ts';
import { generatedPetitions } from './generated.ts';
import { jishanPetitions, jishanPledges } from './jishan.ts';
import { pingluPetitions } from './pinglu.ts';
import { wanrongPetitions } from './wanrong.ts';
import { wenxiApplications, wenxiPetitions } from './wenxi.ts';

/** Everything the demo counties have been sent when the first start is on `today` (`YYYY-MM-DD`). */
export const demoCases = (today: string): DemoCase[] => [
  ...wanrongPetitions,
  ...wasteComments,
  ...wenxiApplications,
  ...wenxiPetitions,
  ...jishanPledges,
  ...jishanPetitions,
  ...pingluPetitions,
  ...generatedPetitions(today),
];
