import type { Site } from '../sites/site.ts';
import type { FormKind } from './define.ts';
import { application } from './application/index.ts';
import { comment } from './comment/index.ts';
import { petition } from './petition/index.ts';
import { pledge } from './pledge/index.ts';

/** THE list of form kinds: pages, API, OpenAPI, embed, index and contract tests are made from it. */
export const forms: readonly FormKind[] = [petition, pledge, comment, application];

export const formByKind = (kind: string): FormKind | undefined => forms.find((form) => form.kind === kind);

/** The forms a site has open, in the site's own order. */
export const formsOf = (site: Site): FormKind[] => site.forms.flatMap((kind) => formByKind(kind) ?? []);
