import type { FormPage } from '../define.ts';
import { consentStep, contactStep } from '../steps.ts';
import { dataRequestWords as words } from './words.ts';

export const dataRequestPage: FormPage = {
  segment: 'data-request',
  title: words.pageTitle,
  lead: words.lead,
  send: words.send,
  steps: () => [
    { id: 'want', title: words.wantStep, paths: ['answers.want', 'answers.newPhone', 'answers.newEmail'] },
    { ...contactStep(), intro: words.contactIntro },
    { id: 'more', title: words.details, paths: ['answers.details'] },
    consentStep(),
  ],
};
