import type { Measure, MeasureVersion } from '../define.ts';
import { inForce } from '../in-force.ts';
import { hireReward } from './hire-reward.ts';
import { settlingIn } from './settling-in.ts';
import { stationFunding } from './station-funding.ts';
import { talentEnclave } from './talent-enclave.ts';

/** Every measure of every county, in the order pages show them; a site offers those it names. */
export const allMeasures: readonly Measure[] = [settlingIn, stationFunding, hireReward, talentEnclave];

export const measureOf = (id: string): Measure | undefined => allMeasures.find((measure) => measure.id === id);

/** The text of a measure in force on a date (`YYYY-MM-DD`); undefined for an unknown measure or before its first text. */
export function measureAt(id: string, date: string): MeasureVersion | undefined {
  return inForce(measureOf(id)?.versions ?? [], date);
}
