import { browserWords } from '../../i18n/browser.ts';
import { said } from './page.ts';

const FIRST_WAIT = 2000;
const LONGEST_WAIT = 15_000;
/** Ten minutes: a database that has to be put right takes longer than a tunnel. */
const TRIES = 45;
const ANSWER_WITHIN = 20_000;
/** From here on a status means "not now", and nothing was taken that the same key would take twice. */
const BAD_GATEWAY = 502;

/**
 * Sends the form itself, so that a weak network costs nothing: the same body with the same idempotency key goes again
 * until it is answered. `answered` gets the page of a refusal and says
 * whether it could show it.
 */
export function sendSafely(form: HTMLFormElement, answered: (page: string) => boolean): void {
  const send = form.querySelector<HTMLButtonElement>('[data-send]');
  const status = form.querySelector<HTMLElement>('[data-sending]');
  if (!send || !status) return;
  let pressed: Element | null = null;
  let busy = false;
  form.addEventListener('click', (event) => {
    pressed = event.target instanceof Element ? event.target.closest('button') : null;
  });
  form.addEventListener('submit', (event) => {
    // Another button (add one more) asks the server for the page again: the browser does that.
    if (pressed && pressed !== send) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    send.setAttribute('aria-disabled', 'true');
    status.textContent = said(browserWords.sending);
    const body = bodyOf(form);
    const retry = () => (status.textContent = said(browserWords.retrying));
    void posted(form, body, retry).then(async (response) => {
      if (response?.redirected) return leave(form, response.url);
      const page = await response?.text().catch(() => undefined);
      busy = false;
      send.removeAttribute('aria-disabled');
      status.textContent = page !== undefined && answered(page) ? '' : said(browserWords.givenUp);
      return undefined;
    });
  });
}

/** To the receipt. The phone may be shared: who comes back finds the form empty. */
function leave(form: HTMLFormElement, receipt: string): void {
  form.reset();
  window.addEventListener('pageshow', () => location.reload());
  location.replace(receipt);
}

function bodyOf(form: HTMLFormElement): FormData | URLSearchParams {
  const data = new FormData(form);
  if (form.enctype === 'multipart/form-data') return data;
  const body = new URLSearchParams();
  data.forEach((value, name) => typeof value === 'string' && body.append(name, value));
  return body;
}

async function posted(form: HTMLFormElement, body: BodyInit, retrying: () => void): Promise<Response | undefined> {
  let wait = FIRST_WAIT;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), ANSWER_WITHIN);
    try {
      const response = await fetch(form.action, { method: 'POST', body, signal: limit.signal });
      if (response.status < BAD_GATEWAY) return response;
    } catch {
      // No network, or no answer in time.
    } finally {
      clearTimeout(timer);
    }
    retrying();
    await networkOr(wait);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }
  return undefined;
}

/** Waits, but not longer than until the phone says it is on line again. */
const networkOr = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    window.addEventListener('online', done);
  });
