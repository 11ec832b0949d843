import { all } from './page.ts';

/**
 * A link beside a text (`data-choose`, the option's value) answers the drop-down it leads to. A comment already written
 * keeps its article: then the next empty one of the list is chosen, or the way to add one shown.
 */
export function chooseByLink(root: HTMLElement): void {
  root.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-choose]') : null;
    const value = link?.dataset.choose;
    if (!link || value === undefined) return;
    const places = all<HTMLSelectElement>(root, 'select').filter((select) => offers(select, value));
    const select = places.find((place) => place.value === value) ?? places.find(isFree);
    if (select) {
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }
    // Followed by the steps, which listen further out.
    link.hash = select?.id ?? root.querySelector('[name="add"]')?.id ?? link.hash;
  });
}

const offers = (select: HTMLSelectElement, value: string): boolean =>
  Array.from(select.options).some((option) => option.value === value);

/** Nothing is written beside it yet. */
function isFree(select: HTMLSelectElement): boolean {
  const beside = select.closest<HTMLElement>('[data-item], [data-step]');
  return !beside || all<HTMLTextAreaElement>(beside, 'textarea').every(({ value }) => value.trim() === '');
}
