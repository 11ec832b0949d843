import { browserWords } from '../../i18n/browser.ts';
import { answersToCheck } from './answers.ts';
import { firstWrong } from './check.ts';
import { all, button, element, said } from './page.ts';

/**
 * Shows the groups of a form one at a time, the answers to check last. Each step is an entry of the history, so that the
 * phone's own back button goes one step back and not out of the form.
 */
export function splitIntoSteps(root: HTMLElement): void {
  const steps = all(root, '[data-step]');
  const last = steps.length - 1;
  if (last < 1) return;
  let shown = 0;

  const show = (index: number, focus: boolean) => {
    shown = Math.min(Math.max(index, 0), last);
    steps.forEach((step, i) => (step.hidden = i !== shown));
    if (shown === last) fillCheck(root, steps.slice(0, last), go);
    const heading = steps[shown]?.querySelector('h2');
    if (!focus || !heading) return;
    heading.focus();
    root.scrollIntoView();
  };
  const go = (index: number) => {
    history.pushState({ step: index, from: shown }, '');
    show(index, true);
  };
  // Only over an entry we made: the page may have opened in the middle, and its first entry leads out of the form.
  const back = () => {
    if (stepIn(history.state, 'from') === shown - 1) history.back();
    else go(shown - 1);
  };
  const next = () => {
    const step = steps[shown];
    const wrong = step && firstWrong(step);
    if (wrong) wrong.focus();
    else go(shown + 1);
  };

  steps.forEach((step, index) => {
    step.prepend(element('p', 'counter', said(browserWords.counter, { n: index + 1, of: steps.length })));
    const turn = element('div', 'turn');
    if (index < last) turn.append(button('button', said(browserWords.next), next));
    if (index > 0) turn.append(button('button quiet', said(browserWords.back), back));
    step.append(turn);
  });
  // The way to the input a summary link names, whichever step holds it.
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('[data-summary] a') : null;
    const target = link && document.getElementById((link.getAttribute('href') ?? '').slice(1));
    const index = steps.findIndex((step) => target !== null && step.contains(target));
    if (!target || index < 0) return;
    event.preventDefault();
    if (index !== shown) go(index);
    target.focus();
  });
  root.closest('form')?.addEventListener(
    'submit',
    (event) => {
      const step = steps[shown];
      const wrong = shown === last && step ? firstWrong(step) : undefined;
      if (!wrong) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      wrong.focus();
    },
    true,
  );
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || shown === last || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    next();
  });
  window.addEventListener('popstate', (event) => show(stepIn(event.state) ?? 0, true));

  const wrong = steps.findIndex((step) => step.querySelector('.wrong') !== null);
  root.classList.add('stepping');
  const opened = steps.findIndex((step) => step.dataset.step === root.dataset.open);
  const start = wrong >= 0 ? wrong : opened >= 0 ? opened : (stepIn(history.state) ?? 0);
  history.replaceState({ ...history.state, step: start }, '');
  show(start, false);
}

function stepIn(state: unknown, key: 'step' | 'from' = 'step'): number | undefined {
  const step: unknown = typeof state === 'object' && state !== null ? Reflect.get(state, key) : undefined;
  return typeof step === 'number' ? step : undefined;
}

function fillCheck(root: HTMLElement, steps: HTMLElement[], change: (index: number) => void): void {
  const place = root.querySelector<HTMLElement>('[data-answers]');
  if (!place) return;
  place.hidden = false;
  place.textContent = '';
  place.append(answersToCheck(steps, change));
}
