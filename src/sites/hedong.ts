import { demoSite } from './demo.ts';
import type { Site } from './site.ts';

/** An invented city: it carries what the newspaper does not say (full texts of drafts), so it has no area code. */
export const hedong: Site = {
  ...demoSite,
  id: 'hedong',
  name: { zh: '河东市(虚构)', en: 'Hedong City (invented)' },
  prefix: 'HD',
  organ: 'other-organ',
  signature: '河东演示',
  office: {
    zh: '河东市人大常委会法制工作机构(虚构)',
    en: 'Legislative Affairs Body, Standing Committee of Hedong (invented)',
  },
  phone: '0359-0000501',
  address: { zh: '河东市(虚构)示例路 1 号', en: '1 Example Road, Hedong City (invented)' },
  origins: ['https://www.hedong.example'],
  colour: '#4a5414',
  forms: ['comment'],
  topics: [],
  discipline: {
    name: {
      zh: '河东市纪委监委信访室(虚构)',
      en: 'Complaints office, Hedong discipline and supervision body (invented)',
    },
    address: { zh: '河东市(虚构)示例路 2 号', en: '2 Example Road, Hedong City (invented)' },
  },
  measures: [],
  campaigns: [],
  // Invented, so that the sweep has something to show; what the law of archives asks is not known here.
  settings: { ...demoSite.settings, keptMonths: { ...demoSite.settings.keptMonths, comment: 24 } },
};
