import { judge, offerOf } from '../../eligibility/offers.ts';
import { say } from '../../lib/words.ts';
import type { Permission } from '../../staff/roles.ts';
import { defineForm } from '../define.ts';
import { plainRoad } from '../plain-road.ts';
import { ApplicationBrief } from './brief.tsx';
import { applicationContent } from './content.ts';
import { applicationFields } from './fields.ts';
import { applicationPage } from './page.tsx';
import { applicationWords as words } from './words.ts';

const readers = ['applications.check', 'applications.review'] as const satisfies readonly Permission[];

/** 人才补助: applications under a measure, judged by the text in force on the day they are sent; an officer decides. */
export const application = defineForm({
  kind: 'application',
  collection: 'applications',
  label: words.label,
  fields: applicationFields,
  rules: () => [],
  index({ answers }, { site, today }) {
    const offer = offerOf(site, answers.measure, today);
    return { title: offer ? say(offer.measure.title, 'zh') : answers.measure, subject: answers.measure };
  },
  freeze({ answers }, { site, today }) {
    const offer = offerOf(site, answers.measure, today);
    return offer ? { ...judge(offer, answers.facts ?? {}, 'zh') } : {};
  },
  workflow: plainRoad(readers),
  readers,
  desk: 'applications.check',
  // No time is published for deciding on an application, and no site promises one yet.
  limit: () => null,
  message: () => 'received',
  page: applicationPage,
  content: applicationContent,
  Brief: ApplicationBrief,
});
