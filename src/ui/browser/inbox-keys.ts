import { all } from './page.ts';

const STEPS: Readonly<Record<string, number>> = { j: 1, k: -1 };

/** In the inbox, j and k go from line to line; Enter opens the one in focus, as on any link. */
export function walkByKeys(root: Document): void {
  const links = all<HTMLAnchorElement>(root, '[data-keys] [data-row] a');
  if (links.length === 0) return;
  root.addEventListener('keydown', (event) => {
    const step = STEPS[event.key];
    const typing = event.target instanceof Element && event.target.matches('input, select, textarea');
    if (step === undefined || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = links.findIndex((link) => link === root.activeElement);
    const to = at < 0 ? 0 : Math.min(Math.max(at + step, 0), links.length - 1);
    links[to]?.focus();
  });
}
