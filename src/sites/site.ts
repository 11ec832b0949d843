import type { Words } from '../lib/words.ts';
import type { SiteSettings } from './settings.ts';

/** Where a matter may belong; `lead` and `with` are the departments it goes to by default. */
export interface Topic {
  id: string;
  label: Words;
  hint: Words;
  lead: string;
  with?: string;
}

/** One county. Everything a county may say about itself stands here and nowhere else. */
export interface Site {
  /** Path segment and database key: `wanrong`. */
  id: string;
  name: Words;
  /** Two capital letters before each receipt number. */
  prefix: string;
  /** GB/T 2260 code; absent for an invented place. */
  areaCode?: string;
  /** Decides the article of the 15-day clock: 信访工作条例 22(1) or 23(2). */
  organ: 'petition-office' | 'other-organ';
  /** Demo sites carry the fixed band on every page and message, and their cases never reach a real supplier. */
  demo: boolean;
  /** The short name in 【】 before an SMS. */
  signature: string;
  /** The office that answers for the site, as residents see it. */
  office: Words;
  phone: string;
  address: Words;
  hours: Words;
  /** Web origins that may frame the pages and call the API, exactly: `https://www.example.gov.cn`. */
  origins: readonly string[];
  /** The county's one colour, at least 7:1 on white (checked by a test). */
  colour: string;
  footer: Words;
  /** Form kinds that are open, in the order of the portal. */
  forms: readonly string[];
  topics: readonly Topic[];
  /** 检举控告: show the way to 12388, or take it under the limits of api.md. */
  report: 'signpost' | 'take';
  /** The supervisory body a 检举控告 is handed to in person; 12388 is the same everywhere. */
  discipline: { name: Words; address: Words };
  /** Subsidy measures and pledge campaigns offered, by id. */
  measures: readonly string[];
  campaigns: readonly string[];
  settings: SiteSettings;
}
