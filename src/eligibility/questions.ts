import { any, pipe, transform } from 'valibot';
import { choice, group, type OptionalField } from '../lib/fields/index.ts';
import type { Offer } from './offers.ts';
import { factQuestions } from './read-facts.ts';
import { eligibilityWords as words } from './words.ts';

/**
 * The measure and its facts as questions of a body. Which facts there are follows from the measure; while that is
 * unknown they are left unread, so that one wrong answer is refused once. `complete`: all that are required are asked.
 */
export function measureQuestions(offers: readonly Offer[], chosen: Offer | undefined, complete: boolean) {
  const options = offers.map(({ measure }) => ({ value: measure.id, label: measure.title }));
  return {
    measure: choice({ label: words.measure, options }),
    facts: chosen ? group(factQuestions(chosen.version, complete), words.facts) : unread,
  };
}

/** Takes whatever stands there and keeps none of it. */
export const unread: OptionalField<undefined> = {
  is: 'field',
  control: 'text',
  label: words.facts,
  required: false,
  schema: pipe(
    any(),
    transform(() => undefined),
  ),
};
