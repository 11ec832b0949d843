import type { FC } from 'hono/jsx';
import type { Trace } from '../../eligibility/evaluate.ts';
import { outcomeTitles } from '../../eligibility/outcome-words.ts';
import { measureAt } from '../../eligibility/programmes/index.ts';
import { factQuestions, readFacts } from '../../eligibility/read-facts.ts';
import { group } from '../../lib/fields/index.ts';
import { say } from '../../lib/words.ts';
import { Notice } from '../../ui/notice.tsx';
import { Lines } from '../brief.tsx';
import type { BriefPart } from '../define.ts';
import { applicationFields } from './fields.ts';
import { TraceView } from './trace-view.tsx';
import { warningsOf } from './warnings.ts';
import { applicationWords as words } from './words.ts';

/** The staff view: what to look at again, the answers, and how they were judged on the day they were sent. */
export const ApplicationBrief: FC<BriefPart> = ({ answers, context, frozen, body = {} }) => {
  // What `freeze` wrote; nothing else ever stands there.
  const trace = frozen as Trace | undefined;
  const version = measureAt(String(answers['measure']), trace?.version ?? context.today);
  if (!version) return <Lines fields={applicationFields(context, { answers }).answers.fields} answers={answers} />;
  const { measure } = applicationFields(context, { answers }).answers.fields;
  const given = answers['facts'];
  const { value: facts } = readFacts(version, { ...(given as object) }, { complete: false });
  const warnings = warningsOf(body);
  return (
    <>
      {warnings.length > 0 && (
        <Notice tone="soon" title={say(words.checkAgain, 'zh')}>
          {warnings.map((warning) => (
            <p>{say(warning, 'zh')}</p>
          ))}
        </Notice>
      )}
      <Lines fields={{ measure, facts: group(factQuestions(version, false)) }} answers={answers} />
      {trace && (
        <section>
          <h3>{say(words.frozen, 'zh')}</h3>
          <p>{say(outcomeTitles[trace.outcome], 'zh')}</p>
          <TraceView version={version} facts={facts} trace={trace} lang="zh" />
        </section>
      )}
    </>
  );
};
