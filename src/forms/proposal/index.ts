import { group } from '../../lib/fields/index.ts';
import { deputiesOf } from '../../liaison/index.ts';
import { defaultSettings, type ProposalTerms } from '../../sites/settings.ts';
import type { Site } from '../../sites/site.ts';
import { defineSecondStage, type CaseKind, type SecondStage } from '../define.ts';
import { proposalAnswers } from './answers.ts';
import { ProposalBrief } from './brief.tsx';
import { proposalWords as words } from './words.ts';
import { proposalWorkflow } from './workflow.ts';

/** What a site has settled by a Shanghai date; before the first row takes effect, that row. */
export const termsOn = ({ settings: { proposals } }: Pick<Site, 'settings'>, date: string): ProposalTerms =>
  proposals.findLast(({ effectiveFrom }) => effectiveFrom <= date) ?? proposals[0];

const bySettlement = new Map<ProposalTerms, CaseKind>();

/** 代表建议 (代表法 24, 36, 51): what a deputy makes of a petition, for the departments to answer. */
export const proposal: SecondStage = defineSecondStage({
  kind: 'proposal',
  label: words.label,
  fields: (context) => ({ answers: group(proposalAnswers(context)) }),
  rules: ({ answers }) =>
    answers?.cosigners?.includes(answers.proposer) === true
      ? [{ path: 'answers.cosigners', code: 'field.invalid', words: words.proposerCosigns }]
      : [],
  index: ({ answers: { proposer, title } }, { site }) => ({
    title,
    subject: proposer,
    station: deputiesOf(site.id).find(({ id }) => id === proposer)?.station,
  }),
  workflow: proposalWorkflow(defaultSettings.proposals[0]),
  at(site, today) {
    const terms = termsOn(site, today);
    const known = bySettlement.get(terms) ?? { ...proposal, workflow: proposalWorkflow(terms) };
    bySettlement.set(terms, known);
    return known;
  },
  readers: ['proposals.manage', 'cases.handle', 'cases.answer'],
  desk: 'proposals.manage',
  own: { permission: 'proposals.own', path: 'answers.proposer', wrong: words.notYours },
  possible: (site) => deputiesOf(site.id).length > 0,
  caution: { title: words.cautionTitle, text: words.caution },
  Brief: ProposalBrief,
});
