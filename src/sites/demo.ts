import { usualLimits } from './message-limits.ts';
import { defaultSettings, type SiteSettings } from './settings.ts';
import type { Site } from './site.ts';

/** What the five demo counties have in common; a real county states each of these itself. */
export const demoSite = {
  demo: true,
  report: 'signpost',
  hours: { zh: '周一至周五 8:30–12:00,14:30–18:00(示例)', en: 'Monday to Friday 8:30–12:00, 14:30–18:00 (example)' },
  footer: {
    zh: '本页为演示系统,不是政府网站。真实诉求请联系当地有关部门;紧急情况请拨打 110 / 119 / 120。',
    en: 'This is a demonstration, not a government website. For a real matter contact the local authority; in an emergency call 110 / 119 / 120.',
  },
  // The seed sends many messages to few invented numbers.
  settings: {
    ...defaultSettings,
    messages: { ...usualLimits, perNumberPerMinute: null, perNumberPerHour: null, perAddressPerDay: 50 },
  } satisfies SiteSettings,
} satisfies Partial<Site>;
