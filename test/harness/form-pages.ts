import { draftsOn, seedDrafts } from '../../demo/seed-drafts.ts';
import { openDatabase } from '../../src/db/database.ts';
import type { FormKind, Json } from '../../src/forms/define.ts';
import { forms, formsOf } from '../../src/forms/index.ts';
import { shanghaiDate, systemClock } from '../../src/lib/clock.ts';
import { exampleOf } from '../../src/lib/fields/example.ts';
import { sites } from '../../src/sites/index.ts';
import type { Stack } from './stack.ts';

/** What the address of a form may name, by its segment; a form with such an address and no row here has no page. */
const SUBJECTS: Readonly<Record<string, readonly string[]>> = {
  drafts: ['hd-waste-2026'],
  subsidies: ['settling-in', 'hire-reward'],
  pledge: ['jishan-xinfeng'],
};

/** A page a resident fills in, and answers that are in order. */
export interface FormCase {
  form: FormKind;
  site: string;
  path: string;
  /** By input name; several for several choices. Ticks and yes/no hold `true` or `false`. */
  answers: ReadonlyMap<string, readonly string[]>;
}

const today = (): string => shanghaiDate(systemClock.now());

/** One page for every form kind, at the first county that has it; one for each kind of payee of a subsidy. */
export function formCases(): FormCase[] {
  return forms.flatMap((form) => {
    const site = sites.find((one) => formsOf(one).includes(form));
    const { segment, subject } = form.page;
    if (!site) return [];
    return (subject ? (SUBJECTS[segment] ?? []) : [undefined]).map((id) => {
      const context = { site, today: today(), drafts: draftsOn(today()), onPage: true };
      const [group = '', key = ''] = subject?.path.split('.') ?? [];
      const fields = form.fields(context, id === undefined ? {} : { [group]: { [key]: id } });
      return {
        form,
        site: site.id,
        path: `/${site.id}/${segment}${id === undefined ? '' : `/${id}`}`,
        answers: typed(exampleOf(fields)),
      };
    });
  });
}

/** A body as it is typed into a page. */
function typed(body: Json, at = ''): Map<string, readonly string[]> {
  const answers = new Map<string, readonly string[]>();
  for (const [key, value] of Object.entries(body)) {
    if (Array.isArray(value)) answers.set(at + key, value.map(String));
    else if (typeof value !== 'object' || value === null) answers.set(at + key, [String(value)]);
    else typed(value as Json, `${at}${key}.`).forEach((inner, name) => answers.set(name, inner));
  }
  // Where an account or an identity number is typed, its own consent goes with it.
  if (answers.has('contact.idNumber')) answers.set('consent.sensitive', ['true']);
  return answers;
}

/** Lays the demo drafts open, as the first start does. */
export const openDrafts = (stack: Stack): Promise<void> =>
  seedDrafts(openDatabase({ url: stack.databaseUrl, timeoutMs: 10_000 }), today());
