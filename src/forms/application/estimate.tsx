import type { FC } from 'hono/jsx';
import type { Outcome } from '../../eligibility/evaluate.ts';
import { judge } from '../../eligibility/offers.ts';
import { outcomeDetail, outcomeTitles } from '../../eligibility/outcome-words.ts';
import { readFacts } from '../../eligibility/read-facts.ts';
import { say } from '../../lib/words.ts';
import { keep } from '../../ui/view.ts';
import type { PagePart } from '../define.ts';
import { answersIn, offerIn } from './fields.ts';
import { TraceView } from './trace-view.tsx';
import { applicationWords as words } from './words.ts';

const tones: Record<Outcome, string> = {
  eligible: 'good',
  discretionary: 'good',
  incomplete: 'soon',
  ineligible: 'bad',
};

/**
 * Whether and how much, before anything is sent. The button asks the server for the page again, `#estimate`; with script
 * (browser/estimate.ts) the answer comes by itself once all is answered.
 */
export const Estimate: FC<PagePart> = ({ view, ...part }) => (
  <div class="estimate" data-estimate>
    <button class="button quiet" name="look" value="1" formaction={`${keep(view, view.path)}#estimate`}>
      {say(words.look, view.lang)}
    </button>
    <div id="estimate" tabindex={-1} data-answer role="status">
      <Result view={view} {...part} />
    </div>
  </div>
);

/** Nothing before the first answer: an empty page is not told what it lacks. */
const Result: FC<PagePart> = ({ view: { lang }, context, raw }) => {
  const offer = offerIn(context, raw);
  const { facts: given } = answersIn(raw);
  if (!offer || typeof given !== 'object' || given === null) return null;
  const { value: facts } = readFacts(offer.version, { ...given }, { complete: false });
  if (Object.keys(facts).length === 0) return null;
  const trace = judge(offer, facts, lang);
  const tone = `notice ${tones[trace.outcome]}`;
  return (
    <div class={tone}>
      {/* Said again among the answers to check: nobody sends without having seen it. */}
      <div data-told={tone}>
        <h3>{say(outcomeTitles[trace.outcome], lang)}</h3>
        <p>{outcomeDetail({ ...offer, trace, lang })}</p>
      </div>
      <TraceView version={offer.version} facts={facts} trace={trace} lang={lang} />
    </div>
  );
};
