import { say, type Words } from '../lib/words.ts';
import type { Site } from '../sites/site.ts';

/** A heading with its paragraphs and, where there are several of a kind, a list after them. */
export interface Section {
  heading: Words;
  paragraphs: readonly Words[];
  list?: readonly Words[];
}

/** What a site publishes about itself. The version is the day its words last changed. */
export interface Content {
  title: Words;
  version: string;
  sections: readonly Section[];
}

/** What a form kind adds to what a site publishes about itself; it lies in the kind's own folder. */
export interface KindContent {
  /** Its sections of the guide (信访工作条例 18). */
  guide(site: Site): readonly Section[];
  /** Its line among what the privacy notice says is collected (个人信息保护法 17). */
  collected: Words;
  /** It may ask for an identity or bank account number, which the notice then explains (个人信息保护法 28–30). */
  sensitive?: boolean;
}

/** A kind's content under the kind's own name. */
export interface PublishedKind extends KindContent {
  kind: string;
  label: Words;
}

function fill(words: Words, values: Record<string, Words>): Words {
  const inLanguage = (lang: keyof Words): string =>
    say(words, lang, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value[lang]])));
  return { zh: inLanguage('zh'), en: inLanguage('en') };
}

const same = (text: string): Words => ({ zh: text, en: text });

/**
 * Puts a site's particulars into the words: `{name}` `{office}` `{phone}` `{address}` `{hours}`, and for a 检举控告
 * `{discipline}` `{disciplineAddress}`.
 */
export function forSite(site: Site, sections: readonly Section[]): Section[] {
  const values = {
    name: site.name,
    office: site.office,
    phone: same(site.phone),
    address: site.address,
    hours: site.hours,
    discipline: site.discipline.name,
    disciplineAddress: site.discipline.address,
  };
  return sections.map(({ heading, paragraphs, list }) => ({
    heading: fill(heading, values),
    paragraphs: paragraphs.map((words) => fill(words, values)),
    ...(list && { list: list.map((words) => fill(words, values)) }),
  }));
}
