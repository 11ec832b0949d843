import type { Words } from '../lib/words.ts';
import type { DeputyLevel, Station } from './station.ts';

/** The liaison network of a county: its stations, and how many deputies of each level work in them. */
export interface Network {
  site: string;
  stations: readonly Station[];
  deputies: Record<DeputyLevel, number>;
  /** Where the figures come from. */
  source: Words;
}

export const contactPoints = (network: Network): number =>
  network.stations.reduce((sum, station) => sum + station.points, 0);
