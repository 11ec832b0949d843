import { siteById } from '../sites/index.ts';
import type { Site } from '../sites/site.ts';
import type { CaseKind, FormKind, SecondStage } from './define.ts';
import { application } from './application/index.ts';
import { comment } from './comment/index.ts';
import { dataRequest } from './data-request/index.ts';
import { petition } from './petition/index.ts';
import { pledge } from './pledge/index.ts';
import { proposal } from './proposal/index.ts';

/** THE list of form kinds: pages, API, OpenAPI, embed, index and contract tests are made from it. */
export const forms: readonly FormKind[] = [petition, pledge, comment, application, dataRequest];

/** The kind that a sender looks a case up by, as its site has it on a Shanghai date; what nobody sends has none. */
export const formOfCase = (row: { kind: string; site: string }, today: string): CaseKind | undefined =>
  formByKind(row.kind) && kindOfCase(row, today);

/** Kinds whose cases nobody sends: they are born from other cases. */
export const secondStage: readonly SecondStage[] = [proposal];

/** Every kind of case, for what staff see and do. */
export const caseKinds: readonly CaseKind[] = [...forms, ...secondStage];

export const formByKind = (kind: string): FormKind | undefined => forms.find((form) => form.kind === kind);

export const secondStageByKind = (kind: string): SecondStage | undefined =>
  secondStage.find((one) => one.kind === kind);

export const kindByName = (kind: string): CaseKind | undefined => caseKinds.find((one) => one.kind === kind);

/** The kind of a case as its site has it on a Shanghai date. */
export function kindOfCase({ kind, site: id }: { kind: string; site: string }, today: string): CaseKind | undefined {
  const found = kindByName(kind);
  const site = siteById(id);
  return (site && found?.at?.(site, today)) ?? found;
}

const open = forms.filter(({ everywhere }) => everywhere === true);

/** The forms a site has open: its own in its own order, then those that every site has. */
export const formsOf = (site: Site): FormKind[] => [...site.forms.flatMap((kind) => formByKind(kind) ?? []), ...open];
