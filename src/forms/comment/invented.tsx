import type { FC } from 'hono/jsx';
import { say, type Lang } from '../../lib/words.ts';
import type { Site } from '../../sites/site.ts';
import { Notice } from '../../ui/notice.tsx';
import { commentWords as words } from './words.ts';

/** Nobody may take a demonstration's draft for a law in the making: the line stands first on each of its pages. */
export const Invented: FC<{ site: Site; lang: Lang }> = ({ site, lang }) =>
  site.demo ? (
    <Notice tone="soon">
      <p>{say(words.invented, lang)}</p>
    </Notice>
  ) : null;
