import type { FC } from 'hono/jsx';
import { dateInWords, momentInWords } from '../i18n/dates.ts';
import { receipt as words } from '../i18n/receipt.ts';
import { say, type Lang } from '../lib/words.ts';

/** What stands on the paper; a part of the answer to a submission (api.md, Submitting). */
export interface Receipt {
  receipt: string;
  code: string;
  submittedAt: string;
  fingerprint: string;
  due: { date: string; kind: 'law' | 'promise'; basis: string; provisional: boolean } | null;
}

interface ReceiptPaperProps {
  receipt: Receipt;
  /** What was sent: `诉求建议`. */
  title: string;
  /** Who does what next, in one sentence without the date. */
  next: string;
  lang: Lang;
  /** The receipt as a picture from our host, to press and keep where a page cannot be printed. */
  picture?: { src: string; alt?: string };
  demo?: string;
}

/** The receipt as a paper worth keeping; it survives a screenshot at 360 px. */
export const ReceiptPaper: FC<ReceiptPaperProps> = ({ receipt, title, next, lang, picture, demo }) => {
  const { receipt: number, code, submittedAt, fingerprint, due } = receipt;
  const day = submittedAt.slice(0, 10);
  return (
    <article class="receipt" data-receipt>
      <div class="paper">
        <header class="paper-head">
          <h1>
            {say(words.title, lang)} <span class="of">{title}</span>
          </h1>
          {demo && <p class="paper-demo">{demo}</p>}
        </header>
        <dl class="numbers">
          <div class="number">
            <dt>{say(words.number, lang)}</dt>
            <dd>
              <Grouped groups={number.split(/(?<=-)/)} />
            </dd>
          </div>
          <div class="number">
            <dt>{say(words.code, lang)}</dt>
            <dd>
              <Grouped groups={[code.slice(0, 3), code.slice(3)]} spaced />
            </dd>
            <dd class="hint">{say(words.codeHint, lang)}</dd>
          </div>
        </dl>
        <section class="next">
          <h2>{say(words.next, lang)}</h2>
          <p>{next}</p>
          {due ? <Due due={due} lang={lang} /> : <p class="hint">{say(words.noDate, lang)}</p>}
        </section>
        <div class="received">
          <p class="mark">
            <span class="mark-word">{say(words.received, lang)}</span>
            <time datetime={day}>{day.replaceAll('-', '.')}</time>
          </p>
          <p class="proves">{say(words.notDecision, lang)}</p>
        </div>
        <dl class="small-print">
          <dt>{say(words.submittedAt, lang)}</dt>
          <dd>{momentInWords(submittedAt, lang)}</dd>
          <dt>{say(words.fingerprint, lang)}</dt>
          <dd class="fingerprint">{fingerprint}</dd>
        </dl>
      </div>
      <div class="keep-it">
        <button class="button quiet" type="button" hidden data-copy={say(words.copyText, lang, { number, code })}>
          {say(words.copy, lang)}
        </button>
        <button class="button quiet" type="button" hidden data-print>
          {say(words.print, lang)}
        </button>
        <p class="sending" data-copied role="status" />
      </div>
      {picture && (
        <figure class="picture">
          <img src={picture.src} alt={picture.alt ?? say(words.picture, lang, { number, code })} loading="lazy" />
          <figcaption>{say(words.pressAndKeep, lang)}</figcaption>
        </figure>
      )}
    </article>
  );
};

/** Kept whole when selected and copied; breaks between groups only, when type is very large. */
const Grouped: FC<{ groups: readonly string[]; spaced?: boolean }> = ({ groups, spaced }) => (
  <span class={spaced ? 'grouped spaced' : 'grouped'}>
    {groups.map((part) => (
      <span>{part}</span>
    ))}
  </span>
);

/** `依据《信访工作条例》第二十三条`, or that the date is a promise. */
export function basisInWords({ kind, basis }: NonNullable<Receipt['due']>, lang: Lang): string {
  if (kind === 'promise') return say(words.promise, lang);
  const [law = '', ...article] = basis.split(' ');
  return article.length > 0 ? say(words.basis, lang, { law, article: article.join(' ') }) : basis;
}

const Due: FC<{ due: NonNullable<Receipt['due']>; lang: Lang }> = ({ due, lang }) => {
  return (
    <>
      <p class="due">
        <time datetime={due.date}>{say(words.by, lang, { date: dateInWords(due.date, lang) })}</time>
      </p>
      <p class="hint">{basisInWords(due, lang)}</p>
      {due.provisional && <p class="hint">{say(words.provisional, lang)}</p>}
    </>
  );
};
