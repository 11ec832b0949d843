import { sql, type SQL } from 'drizzle-orm';
import type { Statement } from '../../db/database.ts';
import type { Channel } from '../message.ts';

/** A message as those see it who look after what became of it. */
export interface Ended {
  id: string;
  site: string;
  caseId: string;
  template: string;
  channel: Channel;
  revision: number;
  /** Why, in a code. */
  code: string;
}

/** What follows the end of a message, for the batch that writes the end; the rooms that know cases say what. */
export interface Aftermath {
  /** It will not arrive. */
  lost(message: Ended): Promise<readonly Statement[]>;
  /** It did arrive, or its address was put right. */
  arrived(id: string): readonly Statement[];
}

/** Makes the batch fail as a whole where the statement before it changed nothing: somebody else was quicker. */
export const unlessChanged = (): SQL =>
  sql`INSERT INTO attempts (message_id, n, site, supplier, began_at) SELECT NULL, 0, '', '', 0 WHERE changes() = 0`;

/** The code of an SMS to a country that the site does not serve. */
export const NOT_SERVED = 'country.not-served';

/** No use in another channel, and nothing for a desk to do: the person asked for it, or we are on trial. */
const QUIET: readonly string[] = ['case.erased', 'trial.not-listed'];

/** What follows the loss of a message; nothing where nobody is to be told. */
export const afterLoss = async (aftermath: Aftermath | undefined, message: Ended): Promise<readonly Statement[]> =>
  aftermath === undefined || QUIET.includes(message.code) ? [] : aftermath.lost(message);
