import { draftsOn, seedDrafts } from '../../demo/seed-drafts.ts';
import { openDatabase } from '../../src/db/database.ts';
import type { FormContext, FormKind } from '../../src/forms/define.ts';
import { formsOf } from '../../src/forms/index.ts';
import { shanghaiDate } from '../../src/lib/clock.ts';
import { sites } from '../../src/sites/index.ts';
import type { Site } from '../../src/sites/site.ts';
import { startStack, type Stack } from '../harness/stack.ts';
import { makers, type Sample } from './makers.ts';

export const today = shanghaiDate(Date.now());
const drafts = draftsOn(today);
export const contextOf = (site: Site): FormContext => ({ site, today, drafts });

/** The whole product with the demo drafts laid open. */
export async function startCounty(): Promise<Stack> {
  const stack = await startStack();
  const db = openDatabase({ url: stack.databaseUrl, timeoutMs: 8000 });
  await seedDrafts(db, today);
  db.close();
  // Read once by one request, so that dozens at once on a busy machine need not wait for it.
  for (let round = 0; round < 20 && !(await stack.fetch('/api/v1/wanrong/drafts')).ok; round += 1);
  return stack;
}

export interface Subject {
  site: Site;
  form: FormKind;
  sample: Sample;
}

/** Every kind at every county that opens it, with every body its maker makes. */
export const subjects: readonly Subject[] = sites.flatMap((site) =>
  formsOf(site).flatMap((form) => (makers[form.kind]?.(site) ?? []).map((sample) => ({ site, form, sample }))),
);

/** The same, each body of a kind at one county only: at the first that has it. */
export const oncePerKind: readonly Subject[] = [
  ...new Map(subjects.toReversed().map((subject) => [`${subject.form.kind} ${subject.sample.name}`, subject])).values(),
].toReversed();

export const titleOf = ({ site, form, sample }: Subject): string => `${site.id}, ${form.kind}: ${sample.name}`;
