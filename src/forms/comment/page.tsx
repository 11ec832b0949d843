import { collectedAt } from '../../drafts/collected.ts';
import { stationsOf } from '../../liaison/index.ts';
import type { FormPage } from '../define.ts';
import { consentStep, contactStep } from '../steps.ts';
import { draftIn } from './answers.ts';
import { closedOn } from './closed.ts';
import { DraftList } from './draft-list.tsx';
import { DraftText } from './draft-text.tsx';
import { commentWords as words } from './words.ts';

export const commentPage: FormPage = {
  segment: 'drafts',
  title: words.pageTitle,
  lead: words.lead,
  send: words.send,
  next: words.next,
  subject: {
    path: 'answers.draft',
    known: ({ site, drafts }, id) => collectedAt(drafts, site.id).some((draft) => draft.id === id),
    unknown: 'draft.unknown',
  },
  heading(context, raw) {
    const title = draftIn(context, raw)?.title ?? words.pageTitle.zh;
    return { title: { zh: title, en: title }, lead: words.draftLead };
  },
  closed(context, raw) {
    const draft = draftIn(context, raw);
    return draft ? closedOn(draft, context.today) : null;
  },
  steps: ({ site }) => [
    {
      id: 'point',
      title: words.pointStep,
      paths: ['answers.article', 'answers.stance', 'answers.reason', 'answers.suggestedText'],
    },
    { id: 'also', title: words.alsoStep, intro: words.alsoIntro, paths: ['answers.also'] },
    {
      id: 'who',
      title: words.whoStep,
      paths: ['answers.role', ...(stationsOf(site.id).length > 0 ? ['answers.station'] : [])],
    },
    contactStep(),
    consentStep(),
  ],
  Before: DraftText,
  List: DraftList,
};
