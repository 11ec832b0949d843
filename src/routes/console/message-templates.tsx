import type { FC } from 'hono/jsx';
import { messageWords as words } from '../../i18n/messages.ts';
import { say, type Lang } from '../../lib/words.ts';
import type { TemplateLine, TemplateLines } from '../../notify/state/template-lines.ts';
import { versionedName } from '../../notify/templates.ts';
import { Notice } from '../../ui/notice.tsx';

const Approved: FC<{ line: TemplateLine; lang: Lang }> = ({ line, lang }) => (
  <>
    {line.approved.map(({ supplier, as }) => (
      <p class="small">
        {as ? (
          say(words.approvedAs, lang, { supplier: say(supplier, lang), ...as })
        ) : (
          <span class="level watch">{say(words.notApproved, lang, { supplier: say(supplier, lang) })}</span>
        )}
      </p>
    ))}
  </>
);

/** One text with the linter's verdict; an e-mail is folded, since it is long. */
const Line: FC<{ line: TemplateLine; lang: Lang }> = ({ line, lang }) => {
  const { channel, findings, length, parts, subject, text } = line;
  const language = line.lang === 'zh' ? 'zh-CN' : 'en';
  return (
    <li data-text={`${channel} ${line.lang}`}>
      <p>
        <b>
          {say(words[channel], lang)} · {say(words[line.lang], lang)}
        </b>{' '}
        <span class={`level ${findings.length === 0 ? 'good' : 'act'}`}>
          {say(findings.length === 0 ? words.fine : words.change, lang)}
        </span>{' '}
        {parts > 0 && <span class="small">{say(words.parts, lang, { length, parts })}</span>}
      </p>
      {findings.map(({ about, found }) => (
        <p class="finding">{say(words.found, lang, { about: say(about, lang), found })}</p>
      ))}
      {channel === 'sms' ? (
        <p class="message-text" lang={language}>
          {text}
        </p>
      ) : (
        <details>
          <summary lang={language}>{subject}</summary>
          <p class="message-text" lang={language}>
            {text}
          </p>
        </details>
      )}
      <Approved {...{ line, lang }} />
    </li>
  );
};

/** Every template by what happened, in each channel and language. */
export const Templates: FC<{ all: readonly TemplateLines[]; lang: Lang }> = ({ all, lang }) => {
  const lines = all.flatMap((one) => one.lines);
  const wrong = lines.filter(({ findings }) => findings.length > 0).length;
  return (
    <section class="way">
      <h2>{say(words.templates, lang)}</h2>
      <Notice
        tone={wrong === 0 ? 'good' : 'bad'}
        title={say(wrong === 0 ? words.allFine : words.someWrong, lang, { n: lines.length, wrong })}
      />
      {all.map(({ template, lines: own }) => (
        <section class="message-template" id={`template-${template.id}`}>
          <h3>
            {say(template.when, lang)} <code>{versionedName(template)}</code>
          </h3>
          <ul class="message-texts">
            {own.map((line) => (
              <Line {...{ line, lang }} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
};
