import type { EventRow } from '../chain/tables.ts';
import { ledgerWords } from '../i18n/ledger.ts';
import { matterEvents } from '../i18n/matter.ts';
import { taskSentences } from '../i18n/tasks.ts';
import { say, type Words } from '../lib/words.ts';
import type { Workflow } from '../workflow/define.ts';
import { settledSentence } from './settled-words.ts';
import { behalfSentence } from './behalf/from-chain.ts';

/** Events that are no change of state, in a resident's words. A change of state speaks by the state's own sentence. */
const eventWords: Record<string, Words> = {
  'code-renewed': { zh: '已发送新的查询码。', en: 'A new code was sent.' },
  'contact-corrected': ledgerWords.event,
  ...matterEvents,
};

/** What an event tells the sender, with what was chosen in it; null for what stays among colleagues. */
export function eventSentence({ code, data }: EventRow, workflow: Workflow): Words | null {
  const codes = JSON.parse(data) as Record<string, unknown>;
  if (code === 'due-settled') return settledSentence(codes);
  const reached = typeof codes['state'] === 'string' ? codes['state'] : undefined;
  const rows = workflow.transitions.filter(({ id, to }) => id === code && to === reached);
  const sentence =
    eventWords[code] ??
    taskSentences[`${code} ${String(codes['outcome'])}`] ??
    behalfSentence(code) ??
    (reached === undefined ? rows[0]?.public : workflow.states[reached]?.public) ??
    null;
  if (!sentence) return null;
  const chosen = rows.flatMap(({ asks = {} }) =>
    Object.entries(asks).flatMap(([name, node]) => {
      const code = codes[name];
      if (typeof code === 'number') return [[name, { zh: `${code}`, en: `${code}` }] as const];
      const option = node.is === 'field' ? node.options?.find(({ value }) => value === code) : undefined;
      return option ? [[name, option.label] as const] : [];
    }),
  );
  const born = codes['born'];
  if (typeof born === 'string') chosen.push(['born', { zh: born, en: born }]);
  const filled = (lang: 'zh' | 'en'): string =>
    say(sentence, lang, Object.fromEntries(chosen.map(([name, label]) => [name, label[lang]])));
  return { zh: filled('zh'), en: filled('en') };
}
