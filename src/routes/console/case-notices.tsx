import type { FC } from 'hono/jsx';
import { recusal } from '../../i18n/recusal.ts';
import { say, type Lang } from '../../lib/words.ts';
import { Notice } from '../../ui/notice.tsx';

interface CaseNotices {
  /** The department in charge, where nobody in it is left to deal with the case. */
  vacant: string | null;
  lang: Lang;
}

/** What whoever opens a case must know before anything else. */
export const CaseNotices: FC<CaseNotices> = ({ vacant, lang }) =>
  vacant === null ? null : (
    <Notice tone="bad" title={say(recusal.vacant, lang)}>
      <p>{say(recusal.vacantHow, lang, { holder: vacant })}</p>
    </Notice>
  );
