import type { Lang, Words } from '../../lib/words.ts';
import type { Site } from '../../sites/site.ts';
import type { Approved, Supplier } from '../define.ts';
import { lintTemplate, type Lint } from '../lint.ts';
import type { Channel } from '../message.ts';
import { supplierKinds } from '../providers/index.ts';
import { templates, type Template } from '../templates.ts';

/** A template in one channel and language as it goes out for one site. */
export interface TemplateLine extends Lint {
  channel: Channel;
  lang: Lang;
  subject?: string;
  text: string;
  /** What each supplier that sends approved texts only has for it; null: nothing. */
  approved: readonly { supplier: Words; as: Approved | null }[];
}

export interface TemplateLines {
  template: Template;
  lines: readonly TemplateLine[];
}

const VARIANTS = [
  ['sms', 'zh'],
  ['sms', 'en'],
  ['email', 'zh'],
  ['email', 'en'],
] as const;

/** Every template of the product in each channel and language, with what the linter and the suppliers say of it. Pure. */
export function templateLines(site: Site, suppliers: readonly Supplier[]): TemplateLines[] {
  return Object.values<Template>(templates).map((template) => ({
    template,
    lines: VARIANTS.map(([channel, lang]) => {
      const { subject, text } = template.email;
      const words = channel === 'sms' ? { text: template.sms[lang] } : { subject: subject[lang], text: text[lang] };
      const asked = suppliers.filter((one) => one.approved && one.channels.includes(channel));
      const approved = asked.map((one) => ({
        supplier: supplierKinds.find(({ id }) => id === one.id)?.name ?? { zh: one.id, en: one.id },
        as: one.approved?.({ site: site.id, template: template.id, lang }) ?? null,
      }));
      return { channel, lang, ...words, approved, ...lintTemplate(template, channel, lang, site) };
    }),
  }));
}
