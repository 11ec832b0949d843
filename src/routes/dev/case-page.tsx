import type { FC } from 'hono/jsx';
import { eventSentence } from '../../cases/event-words.ts';
import type { StaffView } from '../../cases/staff-view.ts';
import { statusOfCase } from '../../cases/status.ts';
import { jsonOf } from '../../cases/stored.ts';
import { Lines } from '../../forms/brief.tsx';
import type { FormContext, CaseKind, Json } from '../../forms/define.ts';
import { dev as words } from '../../i18n/dev.ts';
import { pages } from '../../i18n/pages.ts';
import { shanghaiTime } from '../../lib/clock.ts';
import { say, type Lang } from '../../lib/words.ts';
import { Ledger } from '../../ui/ledger.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import type { View } from '../../ui/view.ts';
import type { Explanation } from '../../workflow/due.ts';
import { explain } from '../../workflow/explain.ts';
import { DevLinks } from './links.tsx';
import { caseTitle } from './case-title.ts';

interface CaseProps {
  view: View;
  found: StaffView;
  form: CaseKind;
  context: FormContext;
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** One case: the kind's own brief, who sent it, how its date was reckoned, and what has happened. */
export const CasePage: FC<CaseProps> = ({ view, found, form, context }) => {
  const { lang } = view;
  const { row, opened } = found;
  const status = statusOfCase(found, form, lang);
  return (
    <Page
      view={view}
      title={caseTitle(row, form, lang)}
      description={[say(form.label, lang), row.receipt, status.stateLabel].join(' · ')}
      styles={['/receipt.css', '/dev.css']}
    >
      <DevLinks view={view} />
      {opened.is === 'open' ? (
        <Content
          body={opened.body}
          frozen={row.frozen === null ? undefined : jsonOf(row.frozen)}
          form={form}
          context={context}
          lang={lang}
        />
      ) : (
        <Notice>
          <p>{say(words[opened.is], lang)}</p>
        </Notice>
      )}
      <h2>{say(words.clock, lang)}</h2>
      <Clock explanation={row.dueExplanation} lang={lang} />
      <h2>{say(pages.timeline, lang)}</h2>
      <Timeline
        lang={lang}
        entries={found.events.map((event, i) => {
          const { seq, at, code, actor, hash } = event;
          const sentence = eventSentence(event, form.workflow);
          return {
            state: i === 0 ? 'now' : 'done',
            label: sentence ? say(sentence, lang) : code,
            at: shanghaiTime(at),
            note: say(words.chain, lang, { seq, code, actor, hash: hash.slice(0, 12) }),
          };
        })}
      />
      <h2>{say(words.messages, lang)}</h2>
      {status.messages.length === 0 && <p class="hint">{say(pages.noMessages, lang)}</p>}
      <Ledger entries={status.messages} lang={lang} />
    </Page>
  );
};

const Content: FC<{ body: Json; frozen?: Json; form: CaseKind; context: FormContext; lang: Lang }> = (props) => {
  const { body, frozen, form, context, lang } = props;
  const { Brief } = form;
  const { answers: _answers, consent: _consent, challenge: _challenge, ...around } = form.fields(context, body);
  return (
    <>
      <h2>{say(words.answers, lang)}</h2>
      <Brief answers={isJson(body['answers']) ? body['answers'] : {}} context={context} frozen={frozen} body={body} />
      <h2>{say(words.sender, lang)}</h2>
      <p class="hint">{say(words.senderHint, lang)}</p>
      <Lines fields={around} answers={body} />
    </>
  );
};

const Clock: FC<{ explanation: string | null; lang: Lang }> = ({ explanation, lang }) =>
  explanation === null ? (
    <p class="hint">{say(words.noClock, lang)}</p>
  ) : (
    <ul>
      {explain(JSON.parse(explanation) as Explanation, lang, 'staff').map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
