import type { Fields } from '../lib/fields/index.ts';
import { say, type Lang, type Words } from '../lib/words.ts';

interface PartOfSpeech {
  /** Who reads it: the sender of the case, or only those who work on it. */
  for: 'sender' | 'colleagues';
  /** Above it, where a step says more than one thing. */
  heading: Words;
}

/**
 * What may be said at a step, in the order it is read; what an action asks under another name is a code. An opinion states
 * claims, facts and reasons, the opinion and its basis (信访工作条例 32).
 */
export const parts = {
  claims: { for: 'sender', heading: { zh: '您的诉求', en: 'What you asked for' } },
  facts: { for: 'sender', heading: { zh: '事实和理由', en: 'Facts and reasons' } },
  note: { for: 'sender', heading: { zh: '处理意见', en: 'Opinion' } },
  basis: { for: 'sender', heading: { zh: '依据', en: 'Basis' } },
  comment: { for: 'sender', heading: { zh: '您的话', en: 'Your words' } },
  approvedBy: { for: 'colleagues', heading: { zh: '批准的负责人', en: 'Approved by' } },
  remark: { for: 'colleagues', heading: { zh: '内部意见', en: 'Remark' } },
} as const satisfies Record<string, PartOfSpeech>;
export type Part = keyof typeof parts;

/** What was said at one step. */
export type Said = Partial<Record<Part, string>>;

export const isPart = (name: string): name is Part => Object.hasOwn(parts, name);

const named = Object.keys(parts) as Part[];

/** The parts that a reader reads, in order. */
export const partsFor = (reader: PartOfSpeech['for']): readonly Part[] =>
  named.filter((part) => parts[part].for === reader);

/** What an action asks, parted by who reads it; the rest is read by nobody word for word. */
export function asksByReader(asks: Fields): { rest: Fields; sender: Fields; colleagues: Fields } {
  const those = (belongs: (name: string) => boolean): Fields =>
    Object.fromEntries(Object.entries(asks).filter(([name]) => belongs(name)));
  return {
    rest: those((name) => !isPart(name)),
    sender: those((name) => isPart(name) && parts[name].for === 'sender'),
    colleagues: those((name) => isPart(name) && parts[name].for === 'colleagues'),
  };
}

export interface Paragraph {
  part: Part;
  /** Absent where the step says one thing only, and that needs no heading. */
  heading?: string;
  text: string;
}

const PLAIN: readonly Part[] = ['note', 'comment', 'remark'];

/** What was said, in the order it is read. */
export function paragraphsOf(said: Said, lang: Lang): Paragraph[] {
  const given = named.flatMap((part) => {
    const text = said[part];
    return text === undefined ? [] : [{ part, text }];
  });
  const alone = given.length === 1 && given.every(({ part }) => PLAIN.includes(part));
  return alone ? given : given.map((one) => ({ ...one, heading: say(parts[one.part].heading, lang) }));
}

/** The same as one text: what a reader of the interface gets as `note`. */
export const textOf = (paragraphs: readonly Paragraph[]): string =>
  paragraphs.map(({ heading, text }) => (heading === undefined ? text : `${heading}\n${text}`)).join('\n\n');
