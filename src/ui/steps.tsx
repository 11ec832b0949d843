import type { Child, FC, PropsWithChildren } from 'hono/jsx';
import { form } from '../i18n/form.ts';
import { say, type Lang } from '../lib/words.ts';
import { SendButton } from './buttons.tsx';

/**
 * Groups of questions. Without script: one page, each group under its heading. With script (browser/steps.ts): one at a
 * time with a counter, then the answers to check. `help` stands on every step, `last` above the send button; `open` is
 * the step to begin with, where the server was asked for one more item.
 */
export const Steps: FC<
  PropsWithChildren<{
    lang: Lang;
    send: { label: string; follows?: string };
    help?: Child;
    last?: Child;
    open?: string;
  }>
> = ({ lang, send, help, last, open, children }) => (
  <div class="steps" data-steps data-open={open}>
    {children}
    <section class="step" data-step="check" aria-labelledby="step-check">
      <h2 id="step-check" tabindex={-1}>
        {say(form.check, lang)}
      </h2>
      <div data-answers hidden />
      {last}
      <SendButton {...send} />
    </section>
    {help}
  </div>
);

/** One group of questions under its heading. */
export const Step: FC<PropsWithChildren<{ id: string; title: string }>> = ({ id, title, children }) => (
  <section class="step" data-step={id} aria-labelledby={`step-${id}`}>
    <h2 id={`step-${id}`} tabindex={-1}>
      {title}
    </h2>
    {children}
  </section>
);
