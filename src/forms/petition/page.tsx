import { stationsOf } from '../../liaison/index.ts';
import type { FormPage } from '../define.ts';
import { consentStep, contactStep } from '../steps.ts';
import { ReportSignpost } from './signpost.tsx';
import { petitionWords as words } from './words.ts';

export const petitionPage: FormPage = {
  segment: 'petition',
  title: words.pageTitle,
  lead: words.lead,
  send: words.send,
  steps: ({ site }) => [
    { id: 'kind', title: words.kindStep, paths: ['answers.category', 'answers.topic'] },
    { id: 'matter', title: words.matterStep, paths: ['answers.title', 'answers.body'] },
    {
      id: 'where',
      title: words.whereStep,
      paths: ['answers.place', ...(stationsOf(site.id).length > 0 ? ['answers.station', 'answers.deputy'] : [])],
    },
    contactStep(['contact.address'], ['answers.confidential']),
    consentStep(),
  ],
  within: { kind: ReportSignpost },
};
