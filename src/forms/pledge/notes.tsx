import type { FC } from 'hono/jsx';
import { say } from '../../lib/words.ts';
import { Notice } from '../../ui/notice.tsx';
import type { PagePart } from '../define.ts';
import { campaignNamed } from './answers.ts';

/** Which campaign the page is about, and what holds for whoever joins. */
export const CampaignNotes: FC<PagePart> = ({ view, context, raw }) => {
  const campaign = campaignNamed(context, raw);
  return campaign ? (
    <Notice title={say(campaign.title, view.lang)}>
      <p>{say(campaign.notes, view.lang)}</p>
    </Notice>
  ) : null;
};
