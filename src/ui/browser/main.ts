import { proveWork } from './challenge.ts';
import { chooseByLink } from './choose.ts';
import { offerCopy } from './copy.ts';
import { countDown } from './countdown.ts';
import { tellHeight } from './embed-height.ts';
import { estimate } from './estimate.ts';
import { forgetAnswers, keepAnswers } from './keep.ts';
import { all } from './page.ts';
import { offerPrint } from './print.ts';
import { sendSafely } from './send.ts';
import { splitIntoSteps } from './steps.ts';
import { fitQuestions } from './unless.ts';

/** Starts what a page has, by its data attributes. Every page works without any of it. */
function start(root: HTMLElement): void {
  for (const form of all<HTMLFormElement>(root, 'form')) {
    const { keep, challenge } = form.dataset;
    if (keep) keepAnswers(form, keep);
    fitQuestions(form);
    if (challenge) proveWork(form, challenge);
    countDown(form);
    sendSafely(form, showAnswer);
  }
  for (const steps of all(root, '[data-steps]')) splitIntoSteps(steps);
  if (root.querySelector('[data-receipt]')) forgetAnswers();
  chooseByLink(root);
  estimate(root);
  offerCopy(root);
  offerPrint(root);
  root.querySelector<HTMLElement>('[data-summary]')?.focus();
}

/** A refusal comes back as the filled page: its main part takes the place of ours. */
function showAnswer(page: string): boolean {
  const answer = new DOMParser().parseFromString(page, 'text/html');
  const [old, fresh] = [document.getElementById('main'), answer.getElementById('main')];
  if (!old || !fresh) return false;
  document.title = answer.title;
  old.replaceWith(fresh);
  window.scrollTo(0, 0);
  fresh.focus();
  start(fresh);
  return true;
}

const main = document.getElementById('main');
if (main) start(main);
const { parent } = document.body.dataset;
if (parent) tellHeight(parent);
