import { choice, longtext, optional, text } from '../../lib/fields/index.ts';
import type { ProposalTerms } from '../../sites/settings.ts';
import { proposalWords as words } from './words.ts';

const note = longtext({ label: words.note, hint: words.noteHint, min: 10, max: 2000 });
const remark = longtext({ label: words.remark, hint: words.remarkHint, max: 2000 });

/** What stays between the congress office and the department may go with every step of theirs. */
export const internal = { remark: optional(remark) };
export const reasonInside = { remark };
export const told = { note, ...internal };
/** What the deputy writes goes to everybody; deputies read no internal remark and write none. */
export const deputySays = { note };
export const deputyMaySay = { note: optional(note) };

export const whyNot = {
  why: choice({
    label: words.why,
    options: [
      { value: 'unclear', label: words.unclear },
      { value: 'several', label: words.several },
      { value: 'concrete', label: words.concrete },
      { value: 'elsewhere', label: words.elsewhere },
    ],
  }),
  ...told,
};

const units = {
  lead: text({ label: words.lead, hint: words.leadHint, max: 50, example: '县水利局' }),
  with: optional(text({ label: words.with, hint: words.withHint, max: 200 })),
};
export const assignment = { ...units, ...internal };
export const assignmentWithReason = { ...units, ...told };

export const rating = {
  rating: choice({
    label: words.rating,
    options: [
      { value: 'satisfied', label: words.satisfied },
      { value: 'mostly', label: words.mostly },
    ],
  }),
  ...deputyMaySay,
};

/** 代表法 51(2): the deputy is contacted. The classes of results are the site's. */
export const reply = ({ categories }: ProposalTerms) => ({
  category: choice({
    label: words.category,
    hint: words.categoryHint,
    options: categories.map(({ code, label }) => ({ value: code, label })),
  }),
  contact: choice({
    label: words.contact,
    hint: words.contactHint,
    options: [
      { value: 'visit', label: words.visit },
      { value: 'on-site', label: words.onSite },
      { value: 'meeting', label: words.meeting },
      { value: 'phone', label: words.phone },
    ],
  }),
  note: longtext({ label: words.replyText, hint: words.replyHint, min: 10, max: 2000 }),
  ...internal,
});
