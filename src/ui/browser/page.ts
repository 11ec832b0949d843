import type { Lang, Words } from '../../lib/words.ts';

export const lang: Lang = document.documentElement.lang === 'en' ? 'en' : 'zh';

/** Like `say` of the server, in the language of the page. */
export const said = (words: Words, values: Record<string, number> = {}): string =>
  words[lang].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

export function all<E extends HTMLElement>(root: ParentNode, selector: string): E[] {
  return Array.from(root.querySelectorAll<E>(selector));
}

export type Input = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What a resident types or chooses: nothing hidden, no file, no decoy. */
export const answersOf = (root: ParentNode): Input[] =>
  all<HTMLInputElement>(root, 'input, select, textarea').filter(
    (input) => input.name !== '' && input.type !== 'hidden' && input.type !== 'file' && !input.closest('.decoy'),
  );

export const isTickable = (input: Input): input is HTMLInputElement =>
  input.type === 'radio' || input.type === 'checkbox';

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text = '',
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}

export function button(className: string, text: string, pressed: () => void): HTMLButtonElement {
  const made = element('button', className, text);
  made.type = 'button';
  made.addEventListener('click', pressed);
  return made;
}
