import { collectedAt } from '../../drafts/collected.ts';
import type { Article } from '../../drafts/draft.ts';
import type { DraftText } from '../../drafts/queries.ts';
import { choice, list, longtext, optional, text, type Field } from '../../lib/fields/index.ts';
import type { Words } from '../../lib/words.ts';
import { stationsOf } from '../../liaison/index.ts';
import type { FormContext, Json } from '../define.ts';
import { commentWords as words } from './words.ts';

const stances = [
  { value: 'support', label: words.support },
  { value: 'oppose', label: words.oppose },
  { value: 'amend', label: words.amend, hint: words.amendHint },
  { value: 'add', label: words.add, hint: words.addHint },
] as const;

const roles = [
  { value: 'resident', label: words.resident },
  { value: 'deputy', label: words.deputy },
  { value: 'enterprise', label: words.enterprise },
  { value: 'organisation', label: words.organisation },
] as const;

/** A draft speaks Chinese only, whatever the language of the page. */
const chinese = (text: string): Words => ({ zh: text, en: text });

const OPENING = 12;

/** An article in a list of choices: its number and how it begins. */
function articleInShort({ number, text }: Article): string {
  const line = Array.from(text.split('\n')[0] ?? '');
  return `${number} ${line.slice(0, OPENING).join('')}${line.length > OPENING ? '…' : ''}`;
}

/** The draft a body is about, where this site collects comments on it. */
export function draftIn({ site, drafts }: FormContext, raw: Json): DraftText | undefined {
  const { answers } = raw;
  const id = typeof answers === 'object' && answers !== null ? Reflect.get(answers, 'draft') : undefined;
  return collectedAt(drafts, site.id).find((draft) => draft.id === id);
}

/** Articles of the draft in question. Before it is known, an id can only be read, not judged. */
function articleOf(draft: DraftText | undefined): Field<string> {
  const asked = { label: words.article, wrong: words.articleWrong };
  if (!draft) return text({ ...asked, max: 50 });
  const options = draft.articles.map((article) => ({ value: article.id, label: chinese(articleInShort(article)) }));
  return choice({ ...asked, options, long: true });
}

/** What a comment asks: the articles are those of the draft it names. */
export function commentAnswers(context: FormContext, raw: Json) {
  const { site, drafts } = context;
  const offered = collectedAt(drafts, site.id).map(({ id, title }) => ({ value: id, label: chinese(title) }));
  const stations = stationsOf(site.id).map(({ id, name }) => ({ value: id, label: name }));
  const article = articleOf(draftIn(context, raw));
  const opinion = {
    stance: choice({ label: words.stance, options: stances }),
    reason: longtext({ label: words.reason, hint: words.reasonHint, min: 2, max: 2000 }),
    suggestedText: optional(longtext({ label: words.suggestedText, hint: words.suggestedTextHint, max: 2000 })),
  };
  return {
    draft: choice({ label: words.draft, wrong: words.draftWrong, options: offered, long: true }),
    article: { ...optional(article), blank: words.whole },
    ...opinion,
    role: choice({ label: words.role, options: roles }),
    station: optional(choice({ label: words.station, hint: words.stationHint, options: stations, long: true })),
    also: list({ article, ...opinion }, 20, words.also),
  };
}
