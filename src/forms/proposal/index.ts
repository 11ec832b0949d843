import { group } from '../../lib/fields/index.ts';
import type { Words } from '../../lib/words.ts';
import { deputiesOf } from '../../liaison/index.ts';
import { defaultSettings, type ProposalTerms } from '../../sites/settings.ts';
import type { Site } from '../../sites/site.ts';
import { defineSecondStage, type CaseKind, type Json, type SecondStage } from '../define.ts';
import { proposalAnswers } from './answers.ts';
import { ProposalBrief } from './brief.tsx';
import { proposalGuide } from './content.ts';
import { proposalWords as words } from './words.ts';
import { proposalWorkflow } from './workflow.ts';

/** What a site has settled by a Shanghai date; before the first row takes effect, that row. */
export const termsOn = ({ settings: { proposals } }: Pick<Site, 'settings'>, date: string): ProposalTerms =>
  proposals.findLast(({ effectiveFrom }) => effectiveFrom <= date) ?? proposals[0];

/** A deputy as published (代表法 58(2)). */
export interface Signer {
  name: string;
  post: Words;
}

/** Who stood behind a suggestion on the day it was made. */
export interface Signed extends Json {
  proposer: Signer[];
  cosigners: Signer[];
}

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
  // The list of deputies changes; who proposed does not.
  freeze: ({ answers: { proposer, cosigners = [] } }, { site }): Signed => {
    const listed = deputiesOf(site.id);
    const named = (id: string): Signer[] =>
      listed.flatMap(({ id: own, name, post }) => (own === id ? [{ name, post }] : []));
    return { proposer: named(proposer), cosigners: cosigners.flatMap(named) };
  },
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
  guide: () => proposalGuide,
  caution: { title: words.cautionTitle, text: words.caution },
  Brief: ProposalBrief,
});
