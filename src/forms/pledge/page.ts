import type { FormPage } from '../define.ts';
import { consentStep, contactStep } from '../steps.ts';
import { campaignsOf } from './campaigns.ts';
import { CampaignNotes } from './notes.tsx';
import { PledgeWall } from './wall.tsx';
import { pledgeWords as words } from './words.ts';

export const pledgePage: FormPage = {
  segment: 'pledge',
  title: words.pageTitle,
  lead: words.lead,
  send: words.send,
  next: words.next,
  subject: {
    path: 'answers.campaign',
    known: ({ site }, id) => campaignsOf(site).some((campaign) => campaign.id === id),
    unknown: 'campaign.unknown',
    unnamed: ({ site }) => campaignsOf(site)[0]?.id,
  },
  steps: () => [
    { id: 'undertakings', title: words.undertakingsStep, paths: ['answers.undertakings'] },
    contactStep(),
    { id: 'public', title: words.publicStep, paths: ['answers.unit', 'answers.public'] },
    consentStep(),
  ],
  Before: CampaignNotes,
  Wall: PledgeWall,
};
