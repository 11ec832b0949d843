import { embedForms } from '../i18n/embed.ts';
import { say, type Lang } from '../lib/words.ts';
import { ALLOW, REFERRER_POLICY, SANDBOX } from './frame.ts';

/** What is to be embedded: `base` is the product's own address, `id` a draft or measure. */
export interface Embedded {
  base: string;
  site: string;
  form: string;
  id?: string;
  lang: Lang;
}

/** Every way to embed, the best first. */
export const EMBED_WAYS = ['script', 'iframe', 'link'] as const;
export type EmbedWay = (typeof EMBED_WAYS)[number];

/** The three things a county's web editor may paste (api.md, Embedding). All parts are ids of ours: nothing to escape. */
export function embedTags({ base, site, form, id, lang }: Embedded): Record<EmbedWay, string> {
  const page = [base, site, form, ...(id === undefined ? [] : [id])].join('/');
  const words = embedForms[form];
  const title = words ? say(words, lang) : form;
  const [data, alone, added] = lang === 'en' ? [' data-lang="en"', '?lang=en', '&amp;lang=en'] : ['', '', ''];
  const link = `<a href="${page}${alone}">${title}</a>`;
  const subject = id === undefined ? '' : ` data-id="${id}"`;
  return {
    script:
      `<script src="${base}/embed.js" data-site="${site}" data-form="${form}"${subject}${data} async></script>\n` +
      `<noscript>${link}</noscript>`,
    iframe:
      `<iframe src="${page}?embed=1${added}" title="${title}" width="100%" height="900" style="border:0" ` +
      `sandbox="${SANDBOX}" allow="${ALLOW}" referrerpolicy="${REFERRER_POLICY}"></iframe>`,
    link,
  };
}
