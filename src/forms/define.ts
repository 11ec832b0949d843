import type { Child, FC } from 'hono/jsx';
import type { KindContent, Section } from '../content/content.ts';
import type { Refusal } from '../errors.ts';
import type { DraftText } from '../drafts/queries.ts';
import type { Fields, Problem, Values } from '../lib/fields/index.ts';
import type { Words } from '../lib/words.ts';
import type { TemplateId } from '../notify/templates.ts';
import type { Site } from '../sites/site.ts';
import type { Permission } from '../staff/roles.ts';
import type { View } from '../ui/view.ts';
import type { Workflow } from '../workflow/define.ts';
import type { Limit } from '../workflow/limits.ts';
import type { AnswerTemplate } from './answer-template.ts';
import { keepFields } from './kept-fields.ts';
import type { Matter } from './matter.ts';

export type Json = Record<string, unknown>;

/** What a form may look at besides the answers: nothing that changes from one request to the next. */
export interface FormContext {
  site: Site;
  /** Date in Asia/Shanghai. */
  today: string;
  drafts: readonly DraftText[];
  /** Asked on our own page; a page may offer less than the API takes (检举控告 where a site only shows the way). */
  onPage?: boolean;
  /** Filled in by staff for somebody else (代填): a 检举控告 is not, its sender goes the confidential way. */
  behalf?: boolean;
}

/** What lists and search know of a case; codes and open words only. */
export interface CaseIndex {
  title: string;
  category?: string;
  topic?: string;
  station?: string;
  /** The draft, measure or campaign it is about. */
  subject?: string;
  /** 检举控告: sealed whole, never listed, never named in a message. */
  restricted?: boolean;
}

/** One question group: a step where there is script, a section of the page where there is none. */
export interface Step {
  id: string;
  title: Words;
  intro?: Words;
  /** Dotted paths of the questions, in order. */
  paths: readonly string[];
}

/** The page of a form: where it lives below the site, and what stands around its steps. */
export interface FormPage {
  /** First path segment below the site: `petition`, `drafts`… */
  segment: string;
  title: Words;
  lead: Words;
  send: Words;
  /** What the path's id (`/drafts/{id}`) fixes in the body, as path and value; absent where the page takes no id. */
  subject?: {
    path: string;
    known(context: FormContext, id: string): boolean;
    unknown: 'draft.unknown' | 'measure.unknown' | 'campaign.unknown';
    /** The one meant where the segment alone is opened and there is no list: `/pledge`. */
    unnamed?(context: FormContext): string | undefined;
  };

  /** What stands at the head of one subject's page instead of `title` and `lead`. */
  heading?(context: FormContext, raw: Json): { title: Words; lead: Words };
  /** What the receipt says comes next where no date is set; absent: only how to follow it. */
  next?: Words;
  /** Why nothing can be sent today: said on the page in place of the questions. */
  closed?(context: FormContext, raw: Json): Refusal | null;
  steps(context: FormContext, raw: Json): Step[];
  /** Drawn before the steps, or within one: the draft's text, the eligibility answer. */
  Before?: FC<PagePart>;
  within?: Record<string, FC<PagePart>>;
  /** The list of subjects, where the segment alone is opened: `/drafts`. */
  List?: FC<{ view: View; context: FormContext }>;
  /**
   * Drawn after the form, with the titles of the subject's cases. A kind that has it gives a title (`index`) only to
   * what its sender agreed to publish.
   */
  Wall?: FC<WallPart>;
}

export interface PagePart {
  view: View;
  context: FormContext;
  /** What has been typed so far, as far as it can be read. */
  raw: Json;
  children?: Child;
}

export interface WallPart {
  view: View;
  /** Newest first, `most` at most; null while the database cannot be reached. */
  lines: readonly string[] | null;
  most: number;
}

/** What the staff view is drawn from. */
export interface BriefPart {
  answers: Json;
  context: FormContext;
  /** What `freeze` gave at submission. */
  frozen?: Json;
  /** The whole body, for whom the sealed parts may be opened. */
  body?: Json;
}

/** Everything there is to say about a kind of case, however a case of it begins. `B` is the body as read by its fields. */
export interface CaseKind<B = unknown> {
  kind: string;
  label: Words;
  /** The whole body; `raw` for kinds whose questions follow from an answer. */
  fields(context: FormContext, raw: Json): Fields;
  /** Rules between fields. A part that could not be read is absent. */
  rules(body: Partial<B>, context: FormContext): Problem[];
  index(body: B, context: FormContext): CaseIndex;
  /** What is worked out at submission and kept beside the answers (the frozen eligibility trace). */
  freeze?(body: B, context: FormContext): Json;
  workflow: Workflow;
  /** The same kind with what a site decides for itself (`sites/settings.ts`) as of a Shanghai date. */
  at?(site: Site, today: string): CaseKind;
  /** How several filings are taken as one matter; absent: each goes its own way. */
  matter?: Matter;
  /** Texts that officers may begin with. */
  templates?: readonly AnswerTemplate[];
  /** Who on the staff reads its cases, within their reach: any one of these. A 检举控告 takes its own clearance. */
  readers: readonly Permission[];
  /** Who of them sits at its desk: calls senders back, and looks after what no department holds. Absent: nobody. */
  desk?: Permission;
  /** Who reads those alone whose subject they are themselves, and begins none but such. */
  own?: { permission: Permission; path: string; wrong: Words };
  /** The staff view of the answers. */
  Brief: FC<BriefPart>;
}

/** A kind that nobody sends: its cases are born from others by an action of theirs (`bears` in the workflow). */
export interface SecondStage<B = unknown> extends CaseKind<B> {
  /** Its sections of the site's guide. */
  guide(site: Site): readonly Section[];
  /** Whether a site has what it needs. */
  possible(site: Site): boolean;
  /** Said above the questions it begins with: what it may not be used for. */
  caution: { title: Words; text: Words };
}

/** A kind that residents send: what its page, its API and the words around it need besides. */
export interface FormKind<B = unknown> extends CaseKind<B> {
  /** Last path segment of the API. */
  collection: string;
  /** Open at every site without being listed: what the law gives everybody. */
  everywhere?: true;
  /** Nobody files it for somebody else (代填): what it opens is for its sender's eyes alone. */
  byThemselves?: true;
  /** Whether it looks at `context.drafts`. */
  readsDrafts?: boolean;
  /** Whether the thing may be sent on this day at all. */
  window?(body: B, context: FormContext): Refusal | null;
  /** The limit that starts at submission, or null where neither law nor site sets one. */
  limit(body: B, context: FormContext): Limit | null;
  message(body: B): TemplateId;
  page: FormPage;
  /** What the site's guide and privacy notice say of it. */
  content: KindContent;
}

/**
 * Defines a form kind. Page, API body, OpenAPI, embed, index and contract tests all follow from this one value; the
 * list is `forms/index.ts`.
 */
export function defineForm<F extends Fields>(
  definition: Omit<FormKind<Values<F>>, 'fields'> & { fields(context: FormContext, raw: Json): F },
): FormKind {
  const { page, readsDrafts } = definition;
  const fields = keepFields(definition.fields, { subject: page.subject?.path, readsDrafts });
  // The body type is known only inside a kind; from outside every kind is read by its own fields first.
  return { ...definition, fields };
}

/** Defines a kind whose cases are born from others; the list is `forms/index.ts`. */
export function defineSecondStage<F extends Fields>(
  definition: Omit<SecondStage<Values<F>>, 'fields'> & { fields(context: FormContext, raw: Json): F },
): SecondStage {
  return definition;
}
