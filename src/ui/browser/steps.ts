import { browserWords } from '../../i18n/browser.ts';
import { answersToCheck } from './answers.ts';
import { firstWrong, forgiveAnswered, isAnswered } from './check.ts';
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
  let checked = false;

  const show = (index: number) => {
    shown = Math.min(Math.max(index, 0), last);
    checked ||= shown === last;
    steps.forEach((step, i) => (step.hidden = i !== shown));
    if (shown === last) fillCheck(root, steps.slice(0, last), open);
  };
  const arrive = (index: number) => {
    show(index);
    steps[shown]?.querySelector('h2')?.focus();
    root.scrollIntoView();
  };
  const open = (index: number) => {
    history.pushState({ step: index, from: shown }, '');
    arrive(index);
  };
  // Only over an entry we made: the page may have opened in the middle, and its first entry leads out of the form.
  const back = () => {
    if (inHistory('from') === shown - 1) history.back();
    else open(shown - 1);
  };
  // Who came from the answers to change one goes straight back to them.
  const next = () => {
    if (isRefused(steps[shown])) return;
    open(checked && steps.slice(0, last).every(isAnswered) ? last : shown + 1);
  };

  steps.forEach((step, index) => {
    step.prepend(element('p', 'counter', said(browserWords.counter, { n: index + 1, of: steps.length })));
    const turn = element('div', 'turn');
    if (index < last) turn.append(button('button', said(browserWords.next), next));
    if (index > 0) turn.append(button('button quiet', said(browserWords.back), back));
    step.append(turn);
  });
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || shown === last || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    next();
  });
  root.closest('form')?.addEventListener(
    'submit',
    (event) => {
      if (shown !== last || !isRefused(steps[last])) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    true,
  );
  forgiveAnswered(root);
  followLinks(steps, (index) => index !== shown && open(index));
  window.addEventListener('popstate', () => root.isConnected && arrive(inHistory('step') ?? 0));

  root.classList.add('stepping');
  const start = firstStep(root, steps);
  history.replaceState({ step: start, from: inHistory('from') }, '');
  show(start);
}

/** The first with an error, else the one the server asks for, else where one was, but never past an unanswered one. */
function firstStep(root: HTMLElement, steps: HTMLElement[]): number {
  const wrong = steps.findIndex((step) => step.querySelector('.wrong') !== null);
  if (wrong >= 0) return wrong;
  const asked = steps.findIndex((step) => step.dataset.step === root.dataset.open);
  if (asked >= 0) return asked;
  const unanswered = steps.findIndex((step) => !isAnswered(step));
  return Math.min(inHistory('step') ?? 0, unanswered < 0 ? steps.length - 1 : unanswered);
}

function inHistory(key: 'step' | 'from'): number | undefined {
  const state: unknown = history.state;
  const step: unknown = typeof state === 'object' && state !== null ? Reflect.get(state, key) : undefined;
  return typeof step === 'number' ? step : undefined;
}

function isRefused(step: HTMLElement | undefined): boolean {
  const wrong = step && firstWrong(step);
  wrong?.focus();
  return wrong !== undefined;
}

/** A link into the form (from the error summary, from what stands before it) opens the step that holds its target. */
function followLinks(steps: HTMLElement[], open: (index: number) => void): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const target = link && link.pathname === location.pathname && document.getElementById(link.hash.slice(1));
    const index = target ? steps.findIndex((step) => step.contains(target)) : -1;
    if (!target || index < 0) return;
    event.preventDefault();
    open(index);
    target.focus();
  });
}

function fillCheck(root: HTMLElement, steps: HTMLElement[], change: (index: number) => void): void {
  const place = root.querySelector<HTMLElement>('[data-answers]');
  if (!place) return;
  place.hidden = false;
  place.textContent = '';
  place.append(answersToCheck(steps, change));
}
