import type { ErrorCode } from '../../errors.ts';
import { forms } from '../../forms/index.ts';
import type { Words } from '../../lib/words.ts';
import type { BodyName } from './bodies.ts';
import { dataRequestApi } from '../../i18n/data-requests.ts';
import { ledgerApi } from '../../i18n/ledger.ts';
import { openApiWords as words } from '../../i18n/openapi.ts';
import { proposalPages } from '../../i18n/proposals.ts';
import type { ReplyName } from '../api/replies.ts';
import type { HeaderName, ParameterName } from './parameters.ts';

export type Tag = 'submitting' | 'lookingUp' | 'reading' | 'running';

/** One method of one path, as it is published. Schemas and wording of errors follow from the names. */
export interface Operation {
  id: string;
  method: 'get' | 'post';
  path: string;
  tag: Tag;
  summary: Words;
  details?: Words;
  parameters?: readonly ParameterName[];
  body?: BodyName;
  replies: Readonly<Record<number, { is: ReplyName; words: Words; headers?: readonly HeaderName[] }>>;
  refusals: readonly ErrorCode[];
}

const SITE = '/api/v1/{site}';

/** What any body below a site may be refused for before it is looked at. */
const unreadable = ['site.unknown', 'origin.refused', 'body.malformed', 'body.too-large', 'body.type'] as const;
const failing = ['unavailable', 'server.fault'] as const;

const submitting = forms.map((form): Operation => ({
  id: `submit-${form.kind}`,
  method: 'post',
  path: `${SITE}/${form.collection}`,
  tag: 'submitting',
  summary: form.label,
  details: words.submitDetails,
  parameters: ['site', 'idempotencyKey', 'language'],
  body: form.kind,
  replies: {
    201: {
      is: 'Accepted',
      words: words.accepted,
      headers: ['location', 'idempotentReplayed'],
    },
    202: { is: 'Accepted', words: words.spooled, headers: ['location', 'idempotentReplayed'] },
  },
  refusals: [
    ...unreadable,
    'form.closed',
    'key.invalid',
    'idempotency.key-invalid',
    'idempotency.in-progress',
    'idempotency.mismatch',
    'answers.invalid',
    'challenge.required',
    'challenge.failed',
    'window.closed',
    'rate.limited',
    ...failing,
  ],
}));

type Reading = Pick<Operation, 'id' | 'summary' | 'details'> & {
  path: string;
  is: ReplyName;
  parameters?: readonly ParameterName[];
  refusals?: readonly ErrorCode[];
};

const reading = ({ path, is, parameters = [], refusals = [], ...rest }: Reading): Operation => ({
  ...rest,
  method: 'get',
  path: `${SITE}${path}`,
  tag: 'reading',
  parameters: ['site', ...parameters, 'language'],
  replies: { 200: { is, words: words.found } },
  refusals: ['site.unknown', ...refusals, 'server.fault'],
});

const looking = (one: Pick<Operation, 'id' | 'path' | 'summary' | 'details' | 'body' | 'replies' | 'refusals'>) =>
  ({ method: 'post', tag: 'lookingUp', parameters: ['site', 'language'], ...one }) satisfies Operation;

/** Every operation of the contract; a test holds this list against the routes, both ways. */
export const operations: readonly Operation[] = [
  ...submitting,
  {
    ...reading({ id: 'challenge', path: '/challenge', is: 'Challenge', summary: words.challenge }),
    details: words.challengeDetails,
    tag: 'submitting',
  },
  looking({
    id: 'look-up',
    path: `${SITE}/status`,
    summary: words.lookUp,
    details: words.lookUpDetails,
    body: 'lookUp',
    replies: { 200: { is: 'Status', words: words.found } },
    refusals: [...unreadable, 'answers.invalid', 'receipt.not-found', 'rate.limited', ...failing],
  }),
  looking({
    id: 'new-code',
    path: `${SITE}/status/new-code`,
    summary: words.newCode,
    details: words.newCodeDetails,
    body: 'newCode',
    replies: { 202: { is: 'NewCode', words: words.newCodeAccepted } },
    refusals: [...unreadable, 'answers.invalid', 'codes.paused', ...failing],
  }),
  looking({
    id: 'correct-contact',
    path: `${SITE}/status/contact`,
    summary: ledgerApi.correct,
    details: ledgerApi.correctDetails,
    body: 'correct',
    replies: { 200: { is: 'Corrected', words: ledgerApi.corrected } },
    refusals: [...unreadable, 'answers.invalid', 'receipt.not-found', 'case.changed', 'rate.limited', ...failing],
  }),
  looking({
    id: 'identity',
    path: `${SITE}/status/identity`,
    summary: dataRequestApi.identity,
    details: dataRequestApi.identityDetails,
    body: 'identity',
    replies: {
      200: { is: 'Done', words: dataRequestApi.done },
      202: { is: 'NewCode', words: dataRequestApi.sent },
    },
    refusals: [
      ...unreadable,
      'answers.invalid',
      'receipt.not-found',
      'case.changed',
      'rate.limited',
      'codes.paused',
      ...failing,
    ],
  }),
  looking({
    id: 'include',
    path: `${SITE}/status/include`,
    summary: dataRequestApi.include,
    details: dataRequestApi.includeDetails,
    body: 'include',
    replies: { 200: { is: 'Done', words: dataRequestApi.done } },
    refusals: [...unreadable, 'answers.invalid', 'receipt.not-found', 'case.changed', 'rate.limited', ...failing],
  }),
  looking({
    id: 'copy',
    path: `${SITE}/status/copy`,
    summary: dataRequestApi.copy,
    details: dataRequestApi.copyDetails,
    body: 'lookUp',
    replies: { 200: { is: 'Copy', words: words.found } },
    refusals: [...unreadable, 'answers.invalid', 'receipt.not-found', 'case.changed', 'rate.limited', ...failing],
  }),
  {
    ...looking({
      id: 'act',
      path: `${SITE}/status/{action}`,
      summary: words.act,
      details: words.actDetails,
      body: 'act',
      replies: { 200: { is: 'Acted', words: words.acted } },
      refusals: [...unreadable, 'answers.invalid', 'receipt.not-found', 'case.changed', 'rate.limited', ...failing],
    }),
    parameters: ['site', 'action', 'language'],
  },
  reading({ id: 'site', path: '', is: 'Site', summary: words.site }),
  reading({ id: 'stations', path: '/stations', is: 'Stations', summary: words.stations }),
  reading({
    id: 'station',
    path: '/stations/{id}',
    is: 'Station',
    summary: words.station,
    parameters: ['id'],
    refusals: ['station.unknown'],
  }),
  reading({
    id: 'form',
    path: '/forms/{kind}',
    is: 'Form',
    summary: words.form,
    details: words.formDetails,
    parameters: ['kind', 'measure', 'draft', 'campaign'],
    refusals: ['form.closed', 'measure.unknown', 'draft.unknown', 'campaign.unknown', 'unavailable'],
  }),
  reading({ id: 'drafts', path: '/drafts', is: 'Drafts', summary: words.drafts, refusals: ['unavailable'] }),
  reading({
    id: 'draft',
    path: '/drafts/{id}',
    is: 'Draft',
    summary: words.draft,
    parameters: ['id'],
    refusals: ['draft.unknown', 'unavailable'],
  }),
  reading({
    id: 'proposals',
    path: '/proposals',
    is: 'Proposals',
    summary: proposalPages.apiList,
    parameters: ['after'],
    refusals: ['unavailable'],
  }),
  reading({
    id: 'proposal',
    path: '/proposals/{id}',
    is: 'Proposal',
    summary: proposalPages.apiOne,
    parameters: ['id'],
    refusals: ['proposal.unknown', 'unavailable'],
  }),
  reading({ id: 'measures', path: '/measures', is: 'Measures', summary: words.measures }),
  reading({
    id: 'measure',
    path: '/measures/{id}',
    is: 'Measure',
    summary: words.measure,
    parameters: ['id'],
    refusals: ['measure.unknown'],
  }),
  reading({ id: 'campaigns', path: '/campaigns', is: 'Campaigns', summary: words.campaigns }),
  {
    ...reading({ id: 'eligibility', path: '/eligibility', is: 'Eligibility', summary: words.eligibility }),
    method: 'post',
    details: words.eligibilityDetails,
    body: 'eligibility',
    refusals: [...unreadable, 'facts.invalid', 'server.fault'],
  },
  {
    id: 'keys',
    method: 'get',
    path: '/.well-known/minyi-keys.json',
    tag: 'running',
    summary: words.keys,
    replies: { 200: { is: 'Keys', words: words.found } },
    refusals: [],
  },
  {
    id: 'healthz',
    method: 'get',
    path: '/healthz',
    tag: 'running',
    summary: words.healthz,
    replies: { 200: { is: 'Alive', words: words.alive } },
    refusals: [],
  },
  {
    id: 'readyz',
    method: 'get',
    path: '/readyz',
    tag: 'running',
    summary: words.readyz,
    replies: { 200: { is: 'Alive', words: words.ready }, 503: { is: 'Alive', words: words.notReady } },
    refusals: [],
  },
];
