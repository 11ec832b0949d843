import { collectedAt } from '../../drafts/collected.ts';
import { isOpen } from '../../drafts/window.ts';
import { offersOf } from '../../eligibility/offers.ts';
import type { FormContext, FormKind } from '../../forms/define.ts';
import { formsOf } from '../../forms/index.ts';
import { pages } from '../../i18n/pages.ts';
import { nodeAt } from '../../lib/fields/index.ts';
import type { Words } from '../../lib/words.ts';
import { stationsOf } from '../../liaison/index.ts';
import type { Station } from '../../liaison/station.ts';

/** A page of ours that a county may put into one of its own, or on a wall. */
export interface OpenPage {
  /** Path segment, `data-form`. */
  segment: string;
  title: Words;
  lead: Words;
  /** Drafts or measures it may be narrowed to, `data-id`. */
  subjects: readonly { id: string; title: Words }[];
  /** Where the page can be opened with a station chosen already. */
  stations: readonly Station[];
}

/** Everything the site has open today, in the portal's order, looking up last. */
export function openPages(context: FormContext): OpenPage[] {
  return [
    ...formsOf(context.site).map((form) => ({
      segment: form.page.segment,
      title: form.page.title,
      lead: form.page.lead,
      subjects: subjectsOf(form, context),
      stations: asksForStation(form, context) ? stationsOf(context.site.id) : [],
    })),
    { segment: 'status', title: pages.statusTitle, lead: pages.statusLead, subjects: [], stations: [] },
  ];
}

function subjectsOf(form: FormKind, context: FormContext): OpenPage['subjects'] {
  const { subject } = form.page;
  if (!subject) return [];
  const { site, today, drafts } = context;
  const open = collectedAt(drafts, site.id).filter((draft) => isOpen(draft, today));
  return [
    ...open.map(({ id, title }) => ({ id, title: { zh: title, en: title } })),
    ...offersOf(site, today).map(({ measure: { id, title } }) => ({ id, title })),
  ].filter(({ id }) => subject.known(context, id));
}

/** A page with a list before it loses what its address says, so only those that ask at once. */
const asksForStation = (form: FormKind, context: FormContext): boolean =>
  !form.page.List && nodeAt(form.fields(context, {}), 'answers.station') !== undefined;
