import { browserWords } from '../../i18n/browser.ts';
import { isAnswered } from './check.ts';
import { all, answersOf, element, isTickable, said } from './page.ts';

/** A pause in typing, after which the answer is worked out again. */
const PAUSE = 400;

/** Keeps the answer beside the questions of a step up to date (`data-estimate`), so that it is seen before one goes on. */
export function estimate(root: ParentNode): void {
  for (const place of all(root, '[data-estimate]')) follow(place);
}

/**
 * The server works it out and words it: it is sent what the step holds and nothing else, and its page gives the answer.
 * It comes by itself once the step is answered, before that when the button asks.
 */
function follow(place: HTMLElement): void {
  const step = place.closest<HTMLElement>('[data-step]');
  const answer = place.querySelector<HTMLElement>('[data-answer]');
  const button = place.querySelector<HTMLButtonElement>('button');
  if (!step || !answer || !button) return;
  let latest = 0;
  let timer = 0;
  const look = async () => {
    clearTimeout(timer);
    const mine = (latest += 1);
    const fresh = await answered(button, step).catch(() => [element('p', '', said(browserWords.noEstimate))]);
    if (mine !== latest) return;
    answer.textContent = '';
    answer.append(...fresh);
  };
  button.addEventListener('click', (event) => {
    event.preventDefault();
    void look().then(() => answer.scrollIntoView({ block: 'nearest' }));
  });
  step.addEventListener('input', () => {
    clearTimeout(timer);
    if (isAnswered(step) || answer.childElementCount > 0) timer = window.setTimeout(() => void look(), PAUSE);
  });
  if (isAnswered(step)) void look();
}

async function answered(button: HTMLButtonElement, step: HTMLElement): Promise<Node[]> {
  const body = new URLSearchParams([[button.name, button.value]]);
  for (const input of answersOf(step)) {
    if (!isTickable(input) || input.checked) body.append(input.name, input.value);
  }
  const response = await fetch(button.formAction, { method: 'POST', body });
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const answer = page.querySelector('[data-estimate] [data-answer]');
  if (!answer) throw new Error('the page has no answer');
  return Array.from(answer.childNodes);
}
