import { pickWords as words } from '../../i18n/together.ts';
import { all, button, said } from './page.ts';

/** Counts the ticked lines of a list beside its buttons, and ticks all of them in place, or none. */
export function countPicks(root: Document): void {
  const form = root.querySelector<HTMLFormElement>('form[data-picking]');
  const count = form?.querySelector('[data-pick-count]');
  const link = form?.querySelector('[data-pick-all]');
  if (!form || !count || !link) return;
  const boxes = all<HTMLInputElement>(form, 'input[name=case]');
  const how = count.textContent;
  const ticked = (): number => boxes.filter(({ checked }) => checked).length;
  const both = button('plain pick-all', '', () => {
    const on = ticked() < boxes.length;
    for (const box of boxes) box.checked = on;
    tell();
  });
  const tell = (): void => {
    const picked = ticked();
    count.textContent = picked === 0 ? how : said(words.count, { count: picked });
    both.textContent = said(picked === boxes.length ? words.none : words.all);
  };
  link.replaceWith(both);
  form.addEventListener('change', tell);
  // What was ticked before one went on and came back.
  addEventListener('pageshow', tell);
  tell();
}
