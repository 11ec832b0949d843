import type { FC } from 'hono/jsx';
import type { Line } from '../../eligibility/amount.ts';
import type { MeasureVersion } from '../../eligibility/define.ts';
import type { Trace } from '../../eligibility/evaluate.ts';
import type { Facts } from '../../eligibility/rule.ts';
import { yuanWords } from '../../eligibility/yuan.ts';
import { say, type Lang } from '../../lib/words.ts';
import { factInWords } from './fact-words.ts';
import { applicationWords as words } from './words.ts';

interface Judged {
  version: MeasureVersion;
  facts: Facts;
  trace: Trace;
  lang: Lang;
}

type Verdict = 'passed' | 'failed' | 'missing';

/** How a result came about: the sums that add up, then each condition with its verdict. */
export const TraceView: FC<Judged> = (judged) => (
  <>
    <Sums {...judged} />
    <Checks {...judged} />
  </>
);

const Sums: FC<Judged> = ({ trace: { lines, amountFen }, lang }) => {
  if (amountFen === null) return null;
  const row = ({ label, amountFen: fen }: Line) => (
    <tr>
      <th scope="row">{label}</th>
      <td>{yuanWords(fen, lang)}</td>
    </tr>
  );
  return (
    <table class="sums">
      <thead class="unseen">
        <tr>
          <th scope="col">{say(words.item, lang)}</th>
          <th scope="col">{say(words.amount, lang)}</th>
        </tr>
      </thead>
      <tbody>{lines.map(row)}</tbody>
      <tfoot>{row({ label: say(words.total, lang), amountFen })}</tfoot>
    </table>
  );
};

const Checks: FC<Judged> = ({ version, facts, trace, lang }) => {
  // A condition over a sum (硕士和本科合起来) shows each of the answers it adds.
  const namesOf = (id: string, fact: string): readonly string[] => [
    fact,
    ...(version.rules.find((rule) => rule.id === id)?.plus ?? []),
  ];
  return (
    <ul class="checks">
      {trace.checks.map(({ rule, fact, passed }) => (
        <Check verdict={passed ? 'passed' : 'failed'} names={namesOf(rule, fact)} {...{ version, facts, lang }} />
      ))}
      {trace.missing.map((name) => (
        <Check verdict="missing" names={[name]} {...{ version, facts, lang }} />
      ))}
    </ul>
  );
};

const Check: FC<Omit<Judged, 'trace'> & { verdict: Verdict; names: readonly string[] }> = (props) => {
  const { verdict, names, version, facts, lang } = props;
  return (
    <li class={`check ${verdict}`}>
      <strong class="verdict">{say(words[verdict], lang)}</strong>
      <span>
        {names.map((name) => {
          const { question, answer } = factInWords(version, name, facts, lang);
          return (
            <span class="asked">
              {question} {answer !== undefined && <b>{answer}</b>}
            </span>
          );
        })}
      </span>
    </li>
  );
};
