import type { FC } from 'hono/jsx';
import type { Article } from '../../drafts/draft.ts';
import { isOpen } from '../../drafts/window.ts';
import { say } from '../../lib/words.ts';
import { ButtonLink } from '../../ui/buttons.tsx';
import { keep, type View } from '../../ui/view.ts';
import type { PagePart } from '../define.ts';
import { draftIn } from './answers.ts';
import { DraftFacts } from './draft-facts.tsx';
import { Invented } from './invented.tsx';
import { commentWords as words } from './words.ts';

/** The draft whole: its dates, its notes, then article by article under its headings, each with a way to the form. */
export const DraftText: FC<PagePart> = ({ view, context, raw }) => {
  const { lang } = view;
  const { site, today } = context;
  const draft = draftIn(context, raw);
  if (!draft) return null;
  const open = isOpen(draft, today);
  const page = `/${site.id}/drafts/${draft.id}`;
  return (
    <>
      <Invented site={site} lang={lang} />
      <DraftFacts draft={draft} today={today} lang={lang} />
      {draft.site !== site.id && (
        <p class="hint">{say(words.collected, lang, { site: say(site.name, lang), owner: draft.owner })}</p>
      )}
      <section class="draft">
        <h2>{say(words.notes, lang)}</h2>
        <p lang="zh-CN">{draft.notes}</p>
        {open && <ButtonLink href="#step-point" label={say(words.toForm, lang)} />}
      </section>
      <section class="draft">
        <h2>{say(words.text, lang)}</h2>
        {draft.articles.map((article, index) => (
          <ArticleView
            article={article}
            above={draft.articles[index - 1]?.path ?? []}
            view={view}
            href={open ? `${page}?answers.article=${article.id}#answers-article` : undefined}
          />
        ))}
      </section>
    </>
  );
};

interface ArticleProps {
  article: Article;
  /** Headings of the article before: only what changes is printed. */
  above: readonly string[];
  view: View;
  href?: string;
}

const ArticleView: FC<ArticleProps> = ({ article: { id, number, path, text }, above, view, href }) => {
  const Number = path.length > 0 ? 'h4' : 'h3';
  const changed = path.findIndex((heading, level) => heading !== above[level]);
  return (
    <>
      {changed >= 0 &&
        path.slice(changed).map((heading) => (
          <h3 class="chapter" lang="zh-CN">
            {heading}
          </h3>
        ))}
      <article id={id} class="article">
        <Number lang="zh-CN">{number}</Number>
        {href && (
          <a href={keep(view, href)} data-choose={id}>
            {say(words.onArticle, view.lang)}
            <span class="unseen" lang="zh-CN">{` ${number}`}</span>
          </a>
        )}
        <div lang="zh-CN">
          {text.split('\n').map((line) => (
            <p class={/^[((]/.test(line) ? 'item' : undefined}>{line}</p>
          ))}
        </div>
      </article>
    </>
  );
};
