import { all, answersOf } from './page.ts';

/**
 * Hides questions that do not apply to what has been answered (`data-unless="answers.category=report"`, or `data-only-if`
 * of what has not): hidden ones are neither checked nor sent. Ticks what is expected then (`data-ticked-when`); one may take the tick away again.
 */
export function fitQuestions(form: HTMLFormElement): void {
  const fit = () => {
    const data = new FormData(form);
    for (const field of all(form, '[data-unless], [data-only-if]')) {
      const { unless, onlyIf = '' } = field.dataset;
      const [path = '', value] = (unless ?? onlyIf).split('=');
      field.hidden = (data.get(path) === value) === (unless !== undefined);
      for (const input of answersOf(field)) input.disabled = field.hidden;
    }
  };
  fit();
  form.addEventListener('change', ({ target }) => {
    fit();
    if (!(target instanceof HTMLInputElement)) return;
    const answer = `${target.name}=${target.value}`;
    for (const box of all<HTMLInputElement>(form, '[data-ticked-when] input')) {
      if (box.closest<HTMLElement>('[data-ticked-when]')?.dataset.tickedWhen !== answer) continue;
      box.checked = true;
      box.dispatchEvent(new Event('change', { bubbles: true }));
    }
  });
}
