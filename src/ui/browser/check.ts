import { browserWords } from '../../i18n/browser.ts';
import { all, answersOf, element, isTickable, said, type Input } from './page.ts';

/** Tells of what is missing in a step before it is left; the server decides. The first wrong input, if any. */
export function firstWrong(step: HTMLElement): Input | undefined {
  let first: Input | undefined;
  for (const field of asked(step)) {
    const inputs = answersOf(field);
    const sentence = refused(field, inputs);
    tell(field, inputs, sentence);
    if (sentence) first ??= inputs[0];
  }
  return first;
}

/** The same, without a word. */
export const isAnswered = (step: HTMLElement): boolean =>
  asked(step).every((field) => refused(field, answersOf(field)) === undefined);

/**
 * Takes back what was said of a question while it is being answered. Not on `change`: that comes when "next" is pressed,
 * and the button would slip away from under the finger.
 */
export function forgiveAnswered(root: HTMLElement): void {
  root.addEventListener('input', ({ target }) => {
    const field = target instanceof Element ? target.closest<HTMLElement>('.wrong') : null;
    if (!field) return;
    const inputs = answersOf(field);
    if (!refused(field, inputs)) tell(field, inputs, undefined);
  });
}

/** The questions of a step. An item of a list that was added and left untouched is not sent, so it asks nothing. */
export function asked(step: HTMLElement): HTMLElement[] {
  return all(step, '.field:not([hidden])').filter((field) => {
    const item = field.closest<HTMLElement>('[data-item]');
    return !item || answersOf(item).some(isGiven);
  });
}

const isGiven = (input: Input): boolean => (isTickable(input) ? input.checked : input.value.trim() !== '');

function refused(field: HTMLElement, inputs: Input[]): string | undefined {
  const { required, min, short } = field.dataset;
  const given = inputs.filter(isGiven);
  if (given.length === 0) return required;
  const [only] = given;
  if (only && min && Array.from(only.value.trim()).length < Number(min)) return short;
  return undefined;
}

function tell(field: HTMLElement, inputs: Input[], sentence: string | undefined): void {
  const [first] = inputs;
  if (!first) return;
  const id = `${first.id}-error`;
  field.querySelector(`.error`)?.remove();
  field.classList.toggle('wrong', sentence !== undefined);
  for (const input of inputs) mark(input, id, sentence !== undefined);
  if (sentence === undefined) return;
  const error = element('p', 'error');
  error.id = id;
  error.append(element('span', 'unseen', `${said(browserWords.wrong)}: `), sentence);
  const before = field.querySelector('.picks, .select, .money') ?? first;
  before.insertAdjacentElement('beforebegin', error);
}

function mark(input: Input, id: string, wrong: boolean): void {
  const others = (input.getAttribute('aria-describedby') ?? '').split(' ').filter((one) => one !== '' && one !== id);
  const ids = wrong ? [...others, id] : others;
  if (ids.length > 0) input.setAttribute('aria-describedby', ids.join(' '));
  else input.removeAttribute('aria-describedby');
  if (wrong && input.type !== 'radio') input.setAttribute('aria-invalid', 'true');
  else input.removeAttribute('aria-invalid');
}
