import { browserWords } from '../../i18n/browser.ts';
import { asked } from './check.ts';
import { all, answersOf, button, element, isTickable, said, type Input } from './page.ts';

/** The answers of each step in words, with a way back to change them. */
export function answersToCheck(steps: HTMLElement[], change: (index: number) => void): DocumentFragment {
  const whole = document.createDocumentFragment();
  steps.forEach((step, index) => {
    const heading = step.querySelector('h2')?.textContent ?? '';
    const row = element('div', 'group');
    const way = button('', said(browserWords.change), () => change(index));
    way.append(element('span', 'unseen', ` ${heading}`));
    row.append(element('h3', '', heading), way);
    const list = element('dl', 'answers');
    const fields = asked(step);
    for (const field of fields) list.append(answer(field));
    const given = fields.length > 0 ? list : element('p', 'hint', said(browserWords.empty));
    whole.append(row, given, ...all(step, '[data-told]').map(toldAgain));
  });
  return whole;
}

/** What the server has answered within a step (`data-told`: the class it is shown in) stands among the answers too. */
function toldAgain(told: HTMLElement): HTMLElement {
  const again = element('div', told.dataset.told ?? '');
  again.append(...Array.from(told.cloneNode(true).childNodes));
  return again;
}

function answer(field: HTMLElement): HTMLElement {
  const inputs = answersOf(field);
  const text = inputs.map(inWords).filter(Boolean).join('\n');
  const unit = field.querySelector('.unit')?.textContent ?? '';
  // The question alone: that it was optional no longer matters. A lone box has no other question than its own words.
  const question = field.querySelector('.label')?.firstChild;
  const row = element('div', '');
  row.append(element('dt', '', (question ?? field.querySelector('label'))?.textContent ?? ''));
  const none = said(inputs.some(isTickable) ? browserWords.unpicked : browserWords.empty);
  const given = question ? text + (unit && ` ${unit}`) : said(browserWords.ticked);
  row.append(text ? element('dd', '', given) : element('dd', 'none', none));
  return row;
}

function inWords(input: Input): string {
  if (input instanceof HTMLSelectElement) {
    const [option] = Array.from(input.selectedOptions);
    return option && (option.value || option.dataset.means !== undefined) ? option.text : '';
  }
  if (!isTickable(input)) return input.value.trim();
  return input.checked ? (document.getElementById(`${input.id}-name`)?.textContent ?? '') : '';
}
