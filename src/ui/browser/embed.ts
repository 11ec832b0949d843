import { embedForms, instead } from '../../i18n/embed.ts';
import { ALLOW, REFERRER_POLICY, SANDBOX } from '../frame.ts';

const SILENCE_MS = 6000;
/** Before the page has said its height, and the most it may ask for. */
const FIRST_HEIGHT = 640;
const HIGHEST = 30_000;

/** Puts the page a tag names after the tag; where nothing is heard from it, a link. Runs on the county's page. */
function embed(tag: HTMLScriptElement): void {
  const { site = '', form = 'petition', id, lang, elder } = tag.dataset;
  const language = lang === 'en' ? 'en' : 'zh';
  const { origin } = new URL(tag.src);
  const title = embedForms[form]?.[language] ?? form;
  const query = (language === 'en' ? '&lang=en' : '') + (elder === '1' ? '&elder=1' : '');
  const page = [origin, ...[site, form, id ?? ''].filter(Boolean).map(encodeURIComponent)].join('/');

  const frame = document.createElement('iframe');
  frame.title = title;
  frame.setAttribute('sandbox', SANDBOX);
  frame.allow = ALLOW;
  frame.referrerPolicy = REFERRER_POLICY;
  frame.style.cssText = `display:block;width:100%;height:${FIRST_HEIGHT}px;border:0`;
  frame.src = `${page}?embed=1${query}`;

  const silence = setTimeout(() => {
    window.removeEventListener('message', listen);
    const link = document.createElement('a');
    link.href = page + query.replace('&', '?');
    link.textContent = instead[language] + title;
    frame.replaceWith(link);
  }, SILENCE_MS);

  function listen(event: MessageEvent): void {
    if (event.origin !== origin || event.source !== frame.contentWindow) return;
    const { minyi, height } = (event.data ?? {}) as { minyi?: unknown; height?: unknown };
    if (minyi !== 1 || typeof height !== 'number' || !(height > 0 && height <= HIGHEST)) return;
    clearTimeout(silence);
    frame.style.height = `${Math.ceil(height)}px`;
  }
  window.addEventListener('message', listen);
  tag.after(frame);
}

// Known only while the tag's own script runs, `async` or not; several tags on a page are told apart by it.
const tag = document.currentScript;
if (tag instanceof HTMLScriptElement) embed(tag);
