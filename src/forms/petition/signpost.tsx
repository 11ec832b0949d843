import type { FC } from 'hono/jsx';
import { say, type Lang } from '../../lib/words.ts';
import type { Site } from '../../sites/site.ts';
import { Notice } from '../../ui/notice.tsx';
import { keep } from '../../ui/view.ts';
import type { PagePart } from '../define.ts';
import { petitionWords as words } from './words.ts';

const where = ({ name, address }: Site['discipline'], lang: Lang) => ({
  where: say(name, lang),
  address: say(address, lang),
});

/** Where a site only shows the way, or staff fill in for somebody: 12388 and where to hand it in stand on the page, and nothing is sent. */
export const ReportSignpost: FC<PagePart> = ({ view, context }) =>
  context.behalf === true || context.site.report === 'signpost' ? (
    <Notice title={say(words.signpostTitle, view.lang)}>
      <p>
        {say(
          context.behalf ? words.signpostBehalf : words.signpost,
          view.lang,
          where(context.site.discipline, view.lang),
        )}{' '}
        <a href="tel:12388">12388</a>
      </p>
      <p>
        <a href={keep(view, `/${context.site.id}/reporting`)} target="_blank" rel="noopener">
          {say(words.signpostMore, view.lang)}
        </a>
      </p>
    </Notice>
  ) : null;
