import type { Problem } from '../../lib/fields/index.ts';
import { optional } from '../../lib/fields/index.ts';
import { firstNotice } from '../../workflow/limits.ts';
import { address, bodyOf } from '../body.ts';
import { defineForm } from '../define.ts';
import { answerTemplates } from './answer-templates.ts';
import { petitionAnswers } from './answers.ts';
import { PetitionBrief } from './brief.tsx';
import { petitionContent } from './content.ts';
import { petitionMatter } from './matter.ts';
import { petitionPage } from './page.tsx';
import { petitionWords as words } from './words.ts';
import { petitionWorkflow } from './workflow.ts';

/** 有事找代表: suggestions (信访工作条例 29), requests (31) and reports (30) of residents. */
export const petition = defineForm({
  kind: 'petition',
  collection: 'petitions',
  label: words.label,
  fields: (context) =>
    bodyOf({ contact: { address: optional(address) }, answers: petitionAnswers(context), extra: {} }),
  rules({ answers, contact }) {
    const problems: Problem[] = [];
    if (answers?.category === 'request' && !contact?.address) {
      problems.push({ path: 'contact.address', code: 'field.required', words: words.addressRequired });
    }
    if (answers?.category === 'report') {
      if (answers.station) problems.push({ path: 'answers.station', code: 'field.invalid', words: words.noStation });
      if (answers.deputy) problems.push({ path: 'answers.deputy', code: 'field.invalid', words: words.noDeputy });
    }
    return problems;
  },
  index: ({ answers }) =>
    answers.category === 'report'
      ? { title: '', category: 'report', restricted: true }
      : { title: answers.title, category: answers.category, topic: answers.topic, station: answers.station },
  workflow: petitionWorkflow,
  readers: ['cases.handle', 'cases.follow', 'cases.answer', 'cases.supervise'],
  desk: 'cases.handle',
  limit: ({ answers }, { site }) => (answers.category === 'report' ? null : firstNotice[site.organ]),
  message: ({ answers }) => (answers.category === 'report' ? 'received-quiet' : 'received'),
  matter: petitionMatter,
  templates: answerTemplates,
  page: petitionPage,
  content: petitionContent,
  Brief: PetitionBrief,
});
