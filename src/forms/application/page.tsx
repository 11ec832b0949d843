import { offerOf } from '../../eligibility/offers.ts';
import { parseResidentId, isUnder14 } from '../../lib/identifiers/resident-id.ts';
import type { FormContext, FormPage, Json, Step } from '../define.ts';
import { consentStep, contactStep } from '../steps.ts';
import { Estimate } from './estimate.tsx';
import { offerIn } from './fields.ts';
import { MeasureFacts } from './measure-facts.tsx';
import { MeasureList } from './measure-list.tsx';
import { applicationWords as words } from './words.ts';

/** A guardian is asked for once the number shows that there must be one. */
function needsGuardian({ today }: FormContext, { contact }: Json): boolean {
  const number: unknown = typeof contact === 'object' && contact !== null ? Reflect.get(contact, 'idNumber') : null;
  const id = typeof number === 'string' ? parseResidentId(number) : null;
  return id !== null && isUnder14(id.birth, today);
}

export const applicationPage: FormPage = {
  segment: 'subsidies',
  title: words.pageTitle,
  lead: words.lead,
  send: words.send,
  next: words.next,
  subject: {
    path: 'answers.measure',
    known: ({ site, today }, id) => offerOf(site, id, today) !== undefined,
    unknown: 'measure.unknown',
  },
  heading(context, raw) {
    return { title: offerIn(context, raw)?.measure.title ?? words.pageTitle, lead: words.measureLead };
  },
  steps(context, raw) {
    const offer = offerIn(context, raw);
    if (!offer) return [];
    const person = offer.measure.payee === 'person';
    const asked = Object.keys(offer.version.facts).map((name) => `answers.facts.${name}`);
    const unit: Step = { id: 'organisation', title: words.organisationStep, paths: ['contact.organisation'] };
    const guardian = needsGuardian(context, raw) ? ['consent.guardian'] : [];
    return [
      { id: 'facts', title: words.factsStep, intro: words.factsIntro, paths: asked },
      ...(person ? [] : [unit]),
      contactStep(person ? ['contact.idNumber'] : []),
      {
        id: 'payment',
        title: words.paymentStep,
        intro: context.site.demo ? words.paymentDemo : words.paymentIntro,
        // An account has its own consent beside it, unless the identity number has asked for the same one.
        paths: ['payment', ...(person ? [] : ['consent.sensitive'])],
      },
      consentStep(person ? ['consent.sensitive', ...guardian] : []),
    ];
  },
  Before: MeasureFacts,
  within: { facts: Estimate },
  List: MeasureList,
};
