import { optional, readGroup, type Problem } from '../lib/fields/index.ts';
import type { FactFields, MeasureVersion } from './define.ts';
import type { FactValue } from './operators.ts';
import type { Facts } from './rule.ts';

/** The questions of a version as fields of a body; with `complete`, those that are required must be answered. */
export const factQuestions = ({ facts }: MeasureVersion, complete: boolean): FactFields =>
  Object.fromEntries(Object.entries(facts).map(([name, field]) => [name, complete ? field : optional(field)]));

/**
 * Reads the facts of a body by the questions of a version. An application must answer all that are required
 * (`complete`); a first look may leave any out. `at` is where the facts stand in the body: problems carry `facts.degree`.
 */
export function readFacts(
  version: MeasureVersion,
  raw: Record<string, unknown>,
  { complete, at = 'facts.' }: { complete: boolean; at?: string },
): { value: Facts; problems: Problem[] } {
  const { value, problems } = readGroup(factQuestions(version, complete), raw, at);
  return { value: Object.fromEntries(Object.entries(value).filter(isFact)), problems };
}

const isFact = (entry: [string, unknown]): entry is [string, FactValue] =>
  ['string', 'number', 'boolean'].includes(typeof entry[1]);
