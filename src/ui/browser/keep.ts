import { answersOf, isTickable } from './page.ts';

type Kept = Record<string, string[]>;

const PREFIX = 'minyi:';

/** Typed answers live in this tab until the receipt: a weak network or a wrong tap loses nothing. */
export function keepAnswers(form: HTMLFormElement, key: string): void {
  // Else the browser keeps them as well, with each entry of its history, beyond the receipt.
  form.autocomplete = 'off';
  if (form.dataset.filled === undefined) restore(form, read(PREFIX + key));
  const save = () => write(PREFIX + key, answers(form));
  form.addEventListener('input', save);
  form.addEventListener('change', save);
}

/** On the receipt: the phone may be shared. */
export function forgetAnswers(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  } catch {
    // Storage is refused in some frames; then nothing was kept either.
  }
}

function answers(form: HTMLFormElement): Kept {
  const kept: Kept = {};
  for (const input of answersOf(form)) {
    const values = (kept[input.name] ??= []);
    if (!isTickable(input) || input.checked) values.push(input.value);
  }
  return kept;
}

function restore(form: HTMLFormElement, kept: Kept): void {
  for (const input of answersOf(form)) {
    const values = kept[input.name];
    if (!values) continue;
    if (isTickable(input)) input.checked = values.includes(input.value);
    else input.value = values[0] ?? input.value;
  }
}

function read(key: string): Kept {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Kept;
  } catch {
    return {};
  }
}

function write(key: string, kept: Kept): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Full or refused: the page itself still holds the answers.
  }
}
