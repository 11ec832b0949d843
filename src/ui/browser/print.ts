import { all } from './page.ts';

/** WeChat's web view has no print; there the button stays hidden. */
export function offerPrint(root: ParentNode): void {
  if (/MicroMessenger/i.test(navigator.userAgent)) return;
  for (const print of all(root, '[data-print]')) {
    print.hidden = false;
    print.addEventListener('click', () => window.print());
  }
}
