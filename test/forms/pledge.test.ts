import { describe, expect, test } from 'vitest';
import { readBody } from '../../src/cases/read-body.ts';
import type { FormContext, Json } from '../../src/forms/define.ts';
import { pledge } from '../../src/forms/pledge/index.ts';
import { campaignById } from '../../src/forms/pledge/campaigns.ts';
import { maskedName, publicLine } from '../../src/forms/pledge/public-line.ts';
import { siteById } from '../../src/sites/index.ts';
import { actionsOf } from '../../src/workflow/define.ts';

const CAMPAIGN = 'jishan-xinfeng';
const ALL = (campaignById(CAMPAIGN)?.undertakings ?? []).map(({ id }) => id);

function at(site: string): FormContext {
  const found = siteById(site);
  if (!found) throw new Error(`no site ${site}`);
  return { site: found, today: '2026-11-22', drafts: [] };
}
const context = at('jishan');

const read = (answers: Json) =>
  readBody(pledge, context, {
    contact: { name: '贺某(示例)', phone: '15400000301' },
    answers: { campaign: CAMPAIGN, undertakings: ALL, ...answers },
    consent: { privacy: true },
  });
const index = (answers: Json) => pledge.index(read(answers).body, context);
const problems = (answers: Json): string[] => read(answers).problems.map(({ path, code }) => `${path} ${code}`);

describe('what a pledge asks', () => {
  test('all three undertakings, in any order, make a pledge', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ undertakings: ALL.toReversed() })).toEqual([]);
  });

  test('one that is missing, named twice or unknown is refused where it stands', () => {
    expect(problems({ undertakings: ALL.slice(1) })).toEqual(['answers.undertakings field.too-short']);
    expect(problems({ undertakings: [...ALL, ALL[0]] })).toEqual(['answers.undertakings field.invalid']);
    expect(problems({ undertakings: [...ALL.slice(1), 'be-rich'] })).toEqual(['answers.undertakings.2 field.invalid']);
    expect(problems({ undertakings: [7, ...ALL.slice(1)] })).toEqual(['answers.undertakings.0 field.invalid']);
    expect(problems({ undertakings: ALL[0] })).toEqual(['answers.undertakings field.invalid']);
    expect(problems({ undertakings: [] })).toEqual(['answers.undertakings field.required']);
    expect(problems({ undertakings: undefined })).toEqual(['answers.undertakings field.required']);
  });

  test('only a campaign of the site counts, and only its name is then wrong', () => {
    expect(problems({ campaign: 'elsewhere' })).toEqual(['answers.campaign field.invalid']);
    expect(problems({ campaign: 'toString' })).toEqual(['answers.campaign field.invalid']);
    expect(problems({ campaign: undefined })).toEqual(['answers.campaign field.required']);
  });

  test('a unit has at most a hundred characters', () => {
    expect(problems({ unit: '村'.repeat(100) })).toEqual([]);
    expect(problems({ unit: '村'.repeat(101) })).toEqual(['answers.unit field.too-long']);
  });

  test('who does not say whether it may be public has said no', () => {
    expect(read({}).body).toMatchObject({ answers: { public: false } });
    expect(read({ public: true }).body).toMatchObject({ answers: { public: true } });
    expect(problems({ public: 'yes' })).toEqual(['answers.public field.invalid']);
  });

  test('nobody is asked for party membership, and whoever sends it is refused', () => {
    expect(problems({ partyMember: true })).toEqual(['answers.partyMember key.unknown']);
    expect(JSON.stringify(pledge.fields(context, {}))).not.toContain('党员身份');
  });
});

describe('what is kept open', () => {
  test('surname and unit of those who wish it, nothing of anybody else', () => {
    expect(index({ unit: '某镇政府', public: true })).toEqual({ title: '贺某 · 某镇政府', subject: CAMPAIGN });
    expect(index({ unit: '某镇政府' })).toEqual({ title: '', subject: CAMPAIGN });
  });

  test('the version of the text that was signed', () => {
    expect(pledge.freeze?.(read({}).body, context)).toEqual({ version: 'v1' });
  });

  test.each([
    ['贺某(示例)', '贺某'],
    ['王小明', '王某'],
    ['欧阳小明', '欧阳某'],
    ['皇甫', '皇某'],
    ['阿某古丽·买某提(示例)', '阿某'],
    ['𠮷野', '𠮷某'],
    ['Ann Example', 'A某'],
  ])('%s is shown as %s', (name, shown) => {
    expect(maskedName(name)).toBe(shown);
  });

  test('without a unit the surname stands alone', () => {
    expect(publicLine('贺某(示例)', undefined)).toBe('贺某');
  });
});

describe('its course', () => {
  test('nothing is due', () => {
    expect(pledge.limit(read({}).body, context)).toBeNull();
  });

  test('the sender may withdraw, which erases; staff may not, and then there is nothing left to do', () => {
    expect(actionsOf(pledge.workflow, 'received', 'citizen').map(({ id }) => id)).toEqual(['withdraw']);
    expect(actionsOf(pledge.workflow, 'received', 'staff')).toEqual([]);
    expect(pledge.workflow.states['withdrawn']).toMatchObject({ erases: true, final: true });
    expect(actionsOf(pledge.workflow, 'withdrawn', 'citizen')).toEqual([]);
  });
});

test('the page without a name is that of the first campaign, and no other site knows it', () => {
  const { subject } = pledge.page;
  expect(subject?.unnamed?.(context)).toBe(CAMPAIGN);
  expect(subject?.known(context, CAMPAIGN)).toBe(true);
  expect(subject?.known(at('wanrong'), CAMPAIGN)).toBe(false);
  expect(subject?.unnamed?.(at('wanrong'))).toBeUndefined();
});
