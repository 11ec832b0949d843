import { parsePhone } from '../../lib/identifiers/phone.ts';
import { defaultSettings, type DataRequestTerms } from '../../sites/settings.ts';
import { bodyOf } from '../body.ts';
import { defineForm, type CaseKind, type FormKind } from '../define.ts';
import { phoneProblems } from '../served-phone.ts';
import { dataRequestAnswers, type Want } from './answers.ts';
import { DataRequestBrief } from './brief.tsx';
import { dataRequestContent } from './content.ts';
import { answering } from './limits.ts';
import { dataRequestPage } from './page.ts';
import { dataRequestWords as words } from './words.ts';
import { dataRequestWorkflow } from './workflow.ts';

const TITLES: Record<Want, string> = {
  see: words.titleSee.zh,
  correct: words.titleCorrect.zh,
  erase: words.titleErase.zh,
};

const bySettlement = new Map<DataRequestTerms, CaseKind>();

/** A resident's request to see, correct or erase what is held of them (个人信息保护法 44–47): itself a case. */
export const dataRequest: FormKind = defineForm({
  kind: 'data-request',
  collection: 'data-requests',
  everywhere: true,
  byThemselves: true,
  label: words.label,
  fields: () => bodyOf({ contact: {}, answers: dataRequestAnswers, extra: {} }),
  rules({ answers, contact }, { site }) {
    const problems = phoneProblems('answers.newPhone', answers?.newPhone, site);
    const mobile = contact?.phone !== undefined && parsePhone(contact.phone)?.kind === 'mobile';
    if (contact && !mobile) problems.push({ path: 'contact.phone', code: 'field.invalid', words: words.mobileOnly });
    const given = (['newPhone', 'newEmail'] as const).filter((name) => answers?.[name] !== undefined);
    if (answers?.want === 'correct' && given.length === 0)
      problems.push({ path: 'answers.newPhone', code: 'field.required', words: words.nothingNew });
    if (answers?.want !== undefined && answers.want !== 'correct')
      for (const name of given)
        problems.push({ path: `answers.${name}`, code: 'field.invalid', words: words.onlyCorrecting });
    return problems;
  },
  index: ({ answers: { want } }) => ({ title: TITLES[want], category: want }),
  workflow: dataRequestWorkflow(defaultSettings.dataRequests),
  at({ settings: { dataRequests: terms } }) {
    const made = bySettlement.get(terms) ?? { ...dataRequest, workflow: dataRequestWorkflow(terms) };
    bySettlement.set(terms, made);
    return made;
  },
  readers: ['requests.handle'],
  desk: 'requests.handle',
  limit: (_, { site }) => answering(site.settings.dataRequests),
  message: () => 'received',
  page: dataRequestPage,
  content: dataRequestContent,
  Brief: DataRequestBrief,
});
