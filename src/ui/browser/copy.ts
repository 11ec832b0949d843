import { browserWords } from '../../i18n/browser.ts';
import { all, element, said } from './page.ts';

/** Buttons that copy their `data-copy`, shown only where there is script. */
export function offerCopy(root: ParentNode): void {
  for (const copy of all(root, '[data-copy]')) {
    const text = copy.dataset.copy ?? '';
    const status = copy.parentElement?.querySelector('[data-copied]');
    copy.hidden = false;
    copy.addEventListener('click', () => {
      void copied(text).then((done) => {
        if (status) status.textContent = said(done ? browserWords.copied : browserWords.copyFailed);
        copy.focus();
      });
    });
  }
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedBySelection(text);
  }
}

/** iOS 13.3 and frames without clipboard-write know only this way. */
function copiedBySelection(text: string): boolean {
  const area = element('textarea', 'unseen');
  area.value = text;
  area.readOnly = true;
  document.body.append(area);
  area.select();
  area.setSelectionRange(0, text.length);
  const done = document.execCommand('copy');
  area.remove();
  return done;
}
