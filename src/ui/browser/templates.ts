import { all } from './page.ts';

type Answer = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Picking a text to begin with fills the form at once. What an officer has typed stays, whatever is picked. */
export function fillFromTemplates(root: Document): void {
  const [picker] = all<HTMLFormElement>(root, 'form[data-templates]');
  const select = picker?.querySelector('select');
  const form = root.querySelector<HTMLFormElement>('form[data-answer]');
  if (!picker || !select || !form) return;
  const filled = new Map(
    select.value === '' ? [] : Object.entries(readFills(select.selectedOptions[0]?.dataset['fills'])),
  );
  select.addEventListener('change', () => {
    const fills = readFills(select.selectedOptions[0]?.dataset['fills']);
    for (const name of new Set([...filled.keys(), ...Object.keys(fills)])) put(form, name, fills[name] ?? '', filled);
  });
  picker.querySelector('button')?.remove();
}

const readFills = (text = '{}'): Record<string, string> => JSON.parse(text) as Record<string, string>;

function put(form: HTMLFormElement, name: string, value: string, filled: Map<string, string>): void {
  const boxes = all<Answer>(form, `[name="${name}"]`);
  const radios = boxes.filter(
    (box): box is HTMLInputElement => box instanceof HTMLInputElement && box.type === 'radio',
  );
  if (radios.length > 0) {
    for (const radio of radios) radio.checked = radio.value === value;
  } else {
    for (const box of boxes) {
      // Typed by hand: neither empty nor what the last text put there.
      if (box.value !== '' && box.value !== filled.get(name)) continue;
      box.value = value;
      box.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
  filled.set(name, value);
}
