import { browserWords } from '../../i18n/browser.ts';
import { all, element, said, type Input } from './page.ts';

/** Shows how many characters are left, near the limit only; in code points, as the server counts. */
export function countDown(form: HTMLElement): void {
  for (const input of all<HTMLTextAreaElement>(form, '[data-max]')) {
    const shown = element('p', 'hint left');
    shown.setAttribute('role', 'status');
    input.insertAdjacentElement('afterend', shown);
    const count = () => show(shown, input, Number(input.dataset.max));
    input.addEventListener('input', count);
    count();
  }
}

function show(shown: HTMLElement, input: Input, max: number): void {
  const left = max - Array.from(input.value.trim()).length;
  const near = left <= Math.max(10, Math.round(max / 10));
  const words = left < 0 ? browserWords.over : browserWords.left;
  shown.textContent = near ? said(words, { n: Math.abs(left) }) : '';
  shown.classList.toggle('over', left < 0);
}
