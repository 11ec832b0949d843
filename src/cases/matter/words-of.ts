import type { Json } from '../../forms/define.ts';
import { kindByName } from '../../forms/index.ts';
import type { Told } from '../../forms/matter.ts';
import { jsonOf } from '../stored.ts';
import type { CaseRow } from '../tables.ts';

/** What a filing of a kind that knows matters asked, by its open words; null for a 检举控告, spam and what was erased. */
export function toldBy(row: Pick<CaseRow, 'kind' | 'answers' | 'title' | 'restricted' | 'spam'>): Told | null {
  const matter = kindByName(row.kind)?.matter;
  if (!matter || row.restricted || row.spam || row.title === '') return null;
  const { answers } = jsonOf(row.answers) as { answers?: Json };
  return matter.told(answers ?? {});
}

export const wholeText = ({ title, text }: Told): string => `${title}\n${text}`;

/** Bands are compared within one county and one kind. */
export const bandScope = ({ site, kind }: Pick<CaseRow, 'site' | 'kind'>): string => `${site}|${kind}`;
