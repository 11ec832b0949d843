import { liaison } from '../i18n/liaison.ts';
import { say, type Lang } from '../lib/words.ts';
import { contactPoints, type Network } from './network.ts';
import type { Deputy, Station } from './station.ts';
import { wanrongNetwork } from './wanrong.ts';

/** Every liaison network, one county a file. */
const networks: readonly Network[] = [wanrongNetwork];

const networkOf = (siteId: string): Network | undefined => networks.find((network) => network.site === siteId);

/** The stations of a site in the order of their codes; empty where a county has no network. */
export const stationsOf = (siteId: string): readonly Station[] => networkOf(siteId)?.stations ?? [];

export const stationById = (siteId: string, id: string): Station | undefined =>
  stationsOf(siteId).find((station) => station.id === id);

/** All deputies of a site, station by station. */
export const deputiesOf = (siteId: string): readonly Deputy[] =>
  stationsOf(siteId).flatMap((station) => station.deputies);

/** The network in one line with its source; undefined where a county has none. */
export function statisticsLine(siteId: string, lang: Lang): string | undefined {
  const network = networkOf(siteId);
  if (!network) return undefined;
  return say(liaison.statistics, lang, {
    stations: network.stations.length,
    points: contactPoints(network),
    ...network.deputies,
    source: say(network.source, lang),
  });
}
