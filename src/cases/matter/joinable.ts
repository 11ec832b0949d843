import { kindByName } from '../../forms/index.ts';
import type { StoredCase } from '../stored.ts';
import { toldBy } from './words-of.ts';

/** Why two filings cannot be joined. */
export type Unjoinable =
  | 'same-case'
  | 'kind'
  | 'other-site'
  | 'other-category'
  | 'decided'
  | 'lead-follows'
  | 'member-follows'
  | 'member-leads';

type Looked = Pick<StoredCase, 'row' | 'matter'>;

/** Why `member` cannot be joined to `lead` as both stand now, or null. Pure. */
export function whyNotJoined(lead: Looked, member: Looked): Unjoinable | null {
  const [a, b] = [lead.row, member.row];
  if (a.id === b.id) return 'same-case';
  if (a.kind !== b.kind || !toldBy(a) || !toldBy(b)) return 'kind';
  if (a.site !== b.site) return 'other-site';
  if (a.category !== b.category) return 'other-category';
  if (lead.matter.follows !== null) return 'lead-follows';
  if (member.matter.follows !== null) return 'member-follows';
  if (member.matter.leads) return 'member-leads';
  return [a, b].every(({ state }) => kindByName(a.kind)?.matter?.open.includes(state)) ? null : 'decided';
}
