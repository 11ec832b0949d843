import type { FC } from 'hono/jsx';
import type { StaffCase } from '../../cases/staff-view.ts';
import { jsonOf } from '../../cases/stored.ts';
import { recusal } from '../../i18n/recusal.ts';
import { road } from '../../i18n/road.ts';
import { say, type Lang } from '../../lib/words.ts';
import { Notice } from '../../ui/notice.tsx';

interface CaseNotices {
  found: StaffCase;
  /** The department in charge, where nobody in it is left to deal with the case. */
  vacant: string | null;
  lang: Lang;
}

/** What the sender said last of how the case was dealt with, where they are not satisfied: their words, or none. */
function dissatisfaction({ events, notes }: StaffCase): string | null {
  const rated = events.find(({ data }) => jsonOf(data)['rating'] !== undefined);
  if (!rated || jsonOf(rated.data)['rating'] !== 'unsatisfied') return null;
  return notes.get(rated.seq)?.comment ?? '';
}

/** What whoever opens a case must know before anything else. */
export const CaseNotices: FC<CaseNotices> = ({ found, vacant, lang }) => {
  const unhappy = dissatisfaction(found);
  return (
    <>
      {vacant !== null && (
        <Notice tone="bad" title={say(recusal.vacant, lang)}>
          <p>{say(recusal.vacantHow, lang, { holder: vacant })}</p>
        </Notice>
      )}
      {unhappy !== null && (
        <Notice tone="soon" title={say(road.unhappy, lang)}>
          <p class="text">{unhappy === '' ? say(road.unhappyHow, lang) : unhappy}</p>
        </Notice>
      )}
    </>
  );
};
