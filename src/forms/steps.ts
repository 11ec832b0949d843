import { bodyWords as words } from './body-words.ts';
import type { Step } from './define.ts';

/** Name, phone and e-mail, then what the kind adds. */
export const contactStep = (own: readonly string[] = [], last: readonly string[] = []): Step => ({
  id: 'contact',
  title: words.contactStep,
  paths: ['contact.name', 'contact.phone', 'contact.email', ...own, ...last],
});

/** Notice and consents; `own` are the separate ones a kind needs. */
export const consentStep = (own: readonly string[] = []): Step => ({
  id: 'consent',
  title: words.consentStep,
  intro: words.minors,
  paths: ['consent.privacy', ...own],
});
