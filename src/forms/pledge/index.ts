import { bodyOf } from '../body.ts';
import { defineForm } from '../define.ts';
import { pledgeAnswers } from './answers.ts';
import { PledgeBrief } from './brief.tsx';
import { campaignById } from './campaigns.ts';
import { pledgeContent } from './content.ts';
import { pledgePage } from './page.ts';
import { publicLine } from './public-line.ts';
import { pledgeWords as words } from './words.ts';
import { pledgeWorkflow } from './workflow.ts';

/** Joining a campaign of one's own free will; nobody is asked for party membership. */
export const pledge = defineForm({
  kind: 'pledge',
  collection: 'pledges',
  label: words.label,
  fields: (context, raw) => bodyOf({ contact: {}, answers: pledgeAnswers(context, raw), extra: {} }),
  rules: () => [],
  index: ({ contact, answers }) => ({
    title: answers.public ? publicLine(contact.name, answers.unit) : '',
    subject: answers.campaign,
  }),
  freeze: ({ answers }) => ({ version: campaignById(answers.campaign)?.version }),
  workflow: pledgeWorkflow,
  // No role of the list works on pledges.
  readers: [],
  limit: () => null,
  message: () => 'received',
  page: pledgePage,
  content: pledgeContent,
  Brief: PledgeBrief,
});
