import { all, element } from './page.ts';

const EVERY_MS = 30_000;

/** While the page of a case stays open: says that somebody is here, shows who else is, and says when it is left. */
export function sayWhoIsHere(root: Document): void {
  const [place] = all<HTMLElement>(root, '[data-here]');
  if (!place) return;
  const { here = '', left = '', page = '', doing = '' } = place.dataset;
  const body = new URLSearchParams({ page, doing });
  const beat = async (): Promise<void> => {
    const answer = await fetch(here, { method: 'POST', body, redirect: 'manual' });
    // Signed out, or the case went out of reach: there is nothing more to say here.
    if (!answer.ok) return clearInterval(timer);
    const { here: lines } = (await answer.json()) as { here: string[] };
    place.replaceChildren(...lines.map((line) => element('p', '', line)));
  };
  // What the network loses the next beat makes good.
  const again = (): void => void beat().catch(() => undefined);
  const timer = setInterval(again, EVERY_MS);
  addEventListener('pagehide', () => void navigator.sendBeacon(left, body));
  addEventListener('pageshow', (event) => event.persisted && again());
}
