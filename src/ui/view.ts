import type { Lang, Words } from '../lib/words.ts';
import type { Site } from '../sites/site.ts';

/** How one resident looks at the product: which county, which language, which size of type, inside a frame or not. */
export interface View {
  site?: Site;
  lang: Lang;
  elder: boolean;
  embed: boolean;
  /** The page's own path, with a query of its own where it has one. */
  path: string;
  /** Under which the log knows the request the page answers. */
  requestId?: string;
  /** How many tasks wait for the member of staff who is signed in. */
  waiting?: number;
  /** What is stopped where that member of staff works: by kill switches one a site, of codes one a site. */
  stops?: readonly { site: Words; held: readonly ('sms' | 'email' | 'codes')[]; since: number }[];
}

type Switches = Pick<View, 'lang' | 'elder' | 'embed'>;

const SWITCHES = ['lang', 'elder', 'embed'] as const;

/**
 * A link or form action that stays in the resident's language, type size and frame: no cookie remembers them. Links that
 * leave the product (`tel:`, `https:`) and anchors come back as they are.
 */
export function keep(view: Switches, href: string, changes: Partial<Switches> = {}): string {
  if (!href.startsWith('/') || href.startsWith('//')) return href;
  const [, path = '', query = '', anchor = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(href) ?? [];
  const { lang, elder, embed } = { ...view, ...changes };
  const params = new URLSearchParams(query);
  for (const name of SWITCHES) params.delete(name);
  if (lang === 'en') params.set('lang', 'en');
  if (elder) params.set('elder', '1');
  if (embed) params.set('embed', '1');
  const kept = params.toString();
  return `${path}${kept && `?${kept}`}${anchor}`;
}

/** Where a phone number is dialled: `tel:0359-0000001`. */
export const telephone = (phone: string): string => `tel:${phone.replace(/[^\d+\-*#]/g, '')}`;
