import type { MeasureVersion } from '../../src/eligibility/define.ts';
import { measureAt } from '../../src/eligibility/programmes/index.ts';
import type { Facts } from '../../src/eligibility/rule.ts';

/** The text of a measure in force when these tests are set. */
export function today(id: string): MeasureVersion {
  const version = measureAt(id, '2026-11-22');
  if (!version) throw new Error(`no such measure: ${id}`);
  return version;
}

/** Facts that pass every rule, by measure. */
export const passing = {
  'settling-in': {
    field: 'preschool-education',
    degree: 'bachelor',
    graduate: true,
    onShortageList: true,
    worksInCounty: true,
    receivedBefore: false,
  },
  'station-funding': {
    stationKind: 'tcm-heritage',
    newlyBuilt: true,
    withIntroducedTalent: true,
    stage: 'founding',
  },
  'hire-reward': { enterpriseInCounty: true, masters: 2, bachelors: 1, fullTime: true },
  'talent-enclave': { independentRnd: true, outsideCounty: true, convertedInCounty: true },
} satisfies Record<string, Facts>;

export type MeasureId = keyof typeof passing;
export const measureIds = Object.keys(passing) as MeasureId[];
