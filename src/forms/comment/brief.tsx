import type { FC } from 'hono/jsx';
import { Lines } from '../brief.tsx';
import type { FormContext, Json } from '../define.ts';
import { commentAnswers, draftIn } from './answers.ts';
import { commentWords as words } from './words.ts';

/** The staff view: the draft, then each point under the article as printed, then who speaks. */
export const CommentBrief: FC<{ answers: Json; context: FormContext }> = ({ answers, context }) => {
  const draft = draftIn(context, { answers });
  const { draft: named, article: _, role, station, also: _also, ...opinion } = commentAnswers(context, { answers });
  const further: readonly Json[] = Array.isArray(answers['also']) ? answers['also'] : [];
  return (
    <>
      <Lines fields={{ draft: named }} answers={answers} />
      {[answers, ...further].map((point) => {
        const article = draft?.articles.find(({ id }) => id === point['article']);
        return (
          <section>
            <h3>{article?.number ?? words.whole.zh}</h3>
            {article && <blockquote>{article.text}</blockquote>}
            <Lines fields={opinion} answers={point} />
          </section>
        );
      })}
      <Lines fields={{ role, station }} answers={answers} />
    </>
  );
};
