import { expect, test } from 'vitest';
import { filledFor, templatesFor } from '../../../src/forms/answer-template.ts';
import { answerTemplates } from '../../../src/forms/petition/answer-templates.ts';
import { petitionWorkflow } from '../../../src/forms/petition/workflow.ts';
import { sites } from '../../../src/sites/index.ts';
import { readAsked } from '../../../src/workflow/asked.ts';

const known = { receipt: 'WR-7K3M9-XPT4G', title: '村东头路灯不亮', topic: 'roads', category: 'request', today: '' };
const categories = ['request', 'suggestion', 'report'];

/** The rows of the road that a template is offered on, one a category. */
const rowsOf = ({ action, only = categories }: { action: string; only?: readonly string[] }) =>
  petitionWorkflow.transitions.filter(
    (row) => row.id === action && row.actors.includes('staff') && (row.only ?? only).some((one) => only.includes(one)),
  );
const APPROVED = { approvedBy: '任某(示例), 局长', moreDays: 20 };

const chosen = (action: string, name: string) =>
  answerTemplates.flatMap((one) => (one.action === action && one.fills[name] ? [one.fills[name]] : []));
const ids = (action: string, topic: string | null, category: string | null) =>
  templatesFor(answerTemplates, action, { topic, category }).map(({ id }) => id);

test.each(answerTemplates.map((one) => [one.id, one] as const))(
  '%s fills what its action asks, and goes out once its blanks are filled',
  (_, template) => {
    const rows = rowsOf(template).filter(({ asks = {} }) => asks['note']?.required || template.action === 'accept');
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const fills = filledFor(template, known);
      const typed = Object.fromEntries(
        Object.entries(fills).map(([name, text]) => [name, name === 'withinDays' ? Number(text) : text]),
      );
      const rest = template.action === 'extend' ? APPROVED : {};
      const blank = readAsked(row, { ...typed, ...rest });
      const open = Object.values(fills).some((text) => text.includes('{'));
      expect(blank.problems.length > 0).toBe(open);
      for (const { words } of blank.problems) expect(words?.zh).toContain('还没有填好: {');
      const done = Object.fromEntries(
        Object.entries(typed).map(([name, value]) => [
          name,
          typeof value === 'string' ? value.replaceAll(/\{[^}]*\}/g, '县水利局(示例)') : value,
        ]),
      );
      expect(readAsked(row, { ...done, ...rest }).problems).toEqual([]);
    }
  },
);

test('there is a text for every outcome, for each reason not to accept, and for each way of waiting', () => {
  expect([...new Set(chosen('answer', 'outcome'))].toSorted()).toEqual(
    ['supported', 'explained', 'not-supported', 'adopted', 'partly', 'noted'].toSorted(),
  );
  expect(chosen('refuse', 'why').toSorted()).toEqual(['concluded', 'other-procedure', 'under-way']);
  for (const action of ['direct', 'extend', 'ask-more', 'review', 're-review', 'hear']) {
    expect(templatesFor(answerTemplates, action, known).length, action).toBeGreaterThan(0);
  }
});

test('an officer is offered what fits category and topic, the topic’s own first', () => {
  expect(ids('answer', 'roads', 'request')).toEqual(['supported-plates', 'supported', 'explained', 'not-supported']);
  expect(ids('answer', 'roads', 'suggestion')).toEqual(['adopted', 'partly', 'noted']);
  expect(ids('direct', 'jobs', 'request')).toEqual(['direct-wages', 'direct-court', 'direct']);
  expect(ids('direct', null, null)).toEqual(['direct']);
});

test('ids are their own, topics are asked somewhere, and every text greets and names its article', () => {
  expect(new Set(answerTemplates.map(({ id }) => id)).size).toBe(answerTemplates.length);
  const topics = new Set(sites.flatMap((site) => site.topics.map(({ id }) => id)));
  for (const { topics: own = [], fills, id } of answerTemplates) {
    for (const topic of own) expect(topics.has(topic), `${id} ${topic}`).toBe(true);
    expect(fills['note'], id).toMatch(/^您好。/);
  }
});
