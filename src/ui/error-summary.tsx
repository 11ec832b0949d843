import type { FC } from 'hono/jsx';
import { form } from '../i18n/form.ts';
import { say, type Lang } from '../lib/words.ts';
import { idOf } from './question.ts';

/** What is to be put right, at the top, each a link to its question. Takes the focus when the page opens. */
export const ErrorSummary: FC<{
  problems: readonly { path: string; message: string }[];
  lang: Lang;
  /** From the path of a problem to the id of its input, where the page draws it elsewhere than by `FieldView`. */
  target?: (path: string) => string;
}> = ({ problems, lang, target = questionOf }) => {
  if (problems.length === 0) return null;
  const title = problems.length === 1 ? form.summaryOne : form.summary;
  return (
    <div class="notice bad" data-summary tabindex={-1} role="alert" aria-labelledby="summary-title">
      <h2 id="summary-title">{say(title, lang, { count: problems.length })}</h2>
      <p>{say(form.summaryHow, lang)}</p>
      <ul>
        {problems.map(({ path, message }) => (
          <li>
            <a href={`#${target(path)}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
};

/** The items of one question (`answers.undertakings.2`) share the question's first input. */
const questionOf = (path: string): string => idOf(path.replace(/\.\d+$/, ''));
