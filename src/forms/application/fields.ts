import type { Payee } from '../../eligibility/define.ts';
import { offerOf, offersOf, type Offer } from '../../eligibility/offers.ts';
import { measureQuestions, unread } from '../../eligibility/questions.ts';
import type { Fields } from '../../lib/fields/index.ts';
import { bodyOf, idNumber, organisation, payment } from '../body.ts';
import type { FormContext, Json } from '../define.ts';

/** What stands under `answers` of a body that may be anything. */
export function answersIn(raw: Json): Json {
  const { answers } = raw;
  return typeof answers === 'object' && answers !== null ? { ...answers } : {};
}

/** The offer a body is about; undefined where the site has no such measure. */
export const offerIn = ({ site, today }: FormContext, raw: Json): Offer | undefined =>
  offerOf(site, answersIn(raw)['measure'], today);

/** What an application says about who would be paid; while the measure is unknown, nothing of it is read. */
function identityOf(payee: Payee | undefined): Fields {
  if (payee === undefined) return { idNumber: unread, organisation: unread };
  return payee === 'person' ? { idNumber } : { organisation };
}

/** The body of an application; facts and identity follow from the measure it names. */
export function applicationFields(context: FormContext, raw: Json) {
  const offer = offerIn(context, raw);
  return bodyOf({
    contact: identityOf(offer?.measure.payee),
    answers: measureQuestions(offersOf(context.site, context.today), offer, true),
    extra: { payment },
  });
}
