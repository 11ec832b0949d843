import { keyWords } from '../../i18n/inbox.ts';
import { all, button, element, said } from './page.ts';

const LIST = 'minyi-list';
const ACTIONS: Readonly<Record<string, string>> = { a: 'assign', r: 'answer' };

/** The list somebody came from: its address, and the cases on it in their order. Kept for this tab alone. */
interface Visited {
  address: string;
  cases: readonly string[];
}

function visited(): Visited | null {
  try {
    return JSON.parse(sessionStorage.getItem(LIST) ?? 'null') as Visited | null;
  } catch {
    return null;
  }
}

const follow = (href: string): void => location.assign(href);
/** A box that is ticked is nothing that somebody types into. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('input:not([type=checkbox]), select, textarea, [contenteditable]');

/** The line of a list that something stands in. */
const rowOf = (inside: Element | null | undefined) => inside?.closest<HTMLElement>('[data-keys] [data-row]') ?? null;

/** Where the case before and the case after are on the list one came from. */
function neighbours(): { previous?: string; next?: string; address?: string } {
  const list = visited();
  const at = list?.cases.findIndex((path) => new URL(path, location.href).pathname === location.pathname) ?? -1;
  if (!list || at < 0) return {};
  return { previous: list.cases[at - 1], next: list.cases[at + 1], address: list.address };
}

/** Links to the neighbours, for the mouse and for Tab. */
function showNeighbours(root: Document): void {
  const place = root.querySelector<HTMLElement>('[data-neighbours]');
  const { previous, next } = neighbours();
  if (!place) return;
  for (const [href, words] of [
    [previous, keyWords.previousCase],
    [next, keyWords.nextCase],
  ] as const) {
    if (href === undefined) continue;
    const link = element('a', '', said(words));
    link.href = href;
    place.append(link);
  }
  place.hidden = place.childElementCount === 0;
}

/** A button that shows the list of keys, and what shows it on `?`. */
function offerHelp(root: Document): HTMLDialogElement | null {
  const dialog = root.querySelector<HTMLDialogElement>('dialog#keys');
  const place = root.querySelector<HTMLElement>('.staff-links');
  if (dialog && place) place.append(button('plain', said(keyWords.show), () => dialog.showModal()));
  return dialog;
}

/** What staff can do by single keys. Each is a link or a field of the page as well; typing is never taken for one. */
export function listenToKeys(root: Document): void {
  const list = root.querySelector<HTMLElement>('[data-keys]');
  const links = all<HTMLAnchorElement>(root, '[data-keys] [data-row] a');
  if (links.length > 0) {
    const cases = links.map(({ href }) => href);
    sessionStorage.setItem(LIST, JSON.stringify({ address: location.href, cases } satisfies Visited));
  }
  showNeighbours(root);
  const dialog = offerHelp(root);
  const at = (): number => {
    const row = rowOf(root.activeElement);
    const link = links.findIndex((one) => one === root.activeElement);
    return link >= 0 || !row ? link : links.findIndex((one) => rowOf(one) === row);
  };
  const pressed = (key: string): HTMLAnchorElement | null => root.querySelector(`a[data-press="${CSS.escape(key)}"]`);

  const step = (by: 1 | -1): void => {
    const near = neighbours();
    const to = by === 1 ? near.next : near.previous;
    if (links.length === 0) return to === undefined ? undefined : follow(to);
    links[at() < 0 ? 0 : Math.min(Math.max(at() + by, 0), links.length - 1)]?.focus();
  };
  const act = (key: string): void => {
    const here = pressed(key);
    const line = links[at()];
    if (here) follow(here.href);
    else if (line && list?.dataset['acts']?.includes(key)) {
      const to = new URL(line.href);
      to.pathname += `/${ACTIONS[key]}`;
      follow(to.href);
    }
  };

  const search = (event: KeyboardEvent): void => {
    event.preventDefault();
    const field = root.getElementById('query');
    if (field) field.focus();
    else pressed('/')?.click();
  };
  let after = '';
  root.addEventListener('keydown', (event) => {
    const { key } = event;
    if (!dialog || dialog.open || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const before = after;
    after = key === 'g' ? 'g' : '';
    if (before === 'g') return pressed(`g${key}`)?.click();
    if (key === 'j') return step(1);
    if (key === 'k') return step(-1);
    if (key === 'o') return links[at()]?.click();
    if (key in ACTIONS) return act(key);
    if (key === 'x') return rowOf(links[at()])?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
    if (key === 'b') return root.querySelector<HTMLElement>('[data-pick-acts] button')?.focus();
    if (key === 'u') return follow(neighbours().address ?? pressed('u')?.href ?? '/staff/cases');
    if (key === '/') return search(event);
    if (key === '?') return dialog.showModal();
  });
}
