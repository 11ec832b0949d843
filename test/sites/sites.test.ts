import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { siteById, sites } from '../../src/sites/index.ts';
import { messageLimits, type MessageLimits } from '../../src/sites/message-limits.ts';
import { contrastOnWhite } from './contrast.ts';

const topicIdsOf = (id: string): string[] => siteById(id)?.topics.map((topic) => topic.id) ?? [];

test('a county is found by its path segment, and nothing else is', () => {
  expect(siteById('wenxi')?.prefix).toBe('WX');
  expect(siteById('constructor')).toBeUndefined();
  expect(siteById('Wanrong')).toBeUndefined();
});

test('five counties are served, each with an id, prefix, signature, phone and colour of its own', () => {
  expect(sites.map((site) => site.id)).toEqual(['wanrong', 'wenxi', 'jishan', 'pinglu', 'hedong']);
  for (const key of ['id', 'prefix', 'signature', 'phone', 'colour'] as const) {
    expect(new Set(sites.map((site) => site[key])).size, key).toBe(sites.length);
  }
});

test('each county opens the forms the newspaper gives it', () => {
  expect(Object.fromEntries(sites.map((site) => [site.id, site.forms]))).toEqual({
    wanrong: ['petition', 'comment'],
    wenxi: ['application', 'petition'],
    jishan: ['pledge', 'petition'],
    pinglu: ['petition'],
    hedong: ['comment'],
  });
});

test('Wanrong asks about fourteen topics, Wenxi and Pinglu nine, Jishan eight', () => {
  expect(['wanrong', 'wenxi', 'jishan', 'pinglu'].map((id) => topicIdsOf(id).length)).toEqual([14, 9, 8, 9]);
  expect(topicIdsOf('wanrong').slice(0, 3)).toEqual(['irrigation', 'roads', 'waste']);
});

test('only Wenxi, where the petition office registers, runs on article 22', () => {
  expect(sites.filter((site) => site.organ === 'petition-office').map((site) => site.id)).toEqual(['wenxi']);
});

test('a 检举控告 is taken in Wanrong only; everywhere else the page shows the way', () => {
  expect(sites.filter((site) => site.report === 'take').map((site) => site.id)).toEqual(['wanrong']);
});

describe.each(sites.map((site) => [site.id, site] as const))('%s', (_, site) => {
  test('has an id that no route of ours needs', () => {
    expect(site.id).toMatch(/^[a-z][a-z0-9-]*$/);
    expect(['api', 'staff', 'dev', 'docs', 'healthz', 'readyz']).not.toContain(site.id);
  });

  test('starts its receipts with two capital letters', () => {
    expect(site.prefix).toMatch(/^[A-Z]{2}$/);
  });

  test('has a colour that can be read on white at 7 to 1', () => {
    expect(site.colour).toMatch(/^#[0-9a-f]{6}$/);
    expect(contrastOnWhite(site.colour)).toBeGreaterThanOrEqual(7);
  });

  test('names https origins exactly, without path or wildcard', () => {
    expect(site.origins.length).toBeGreaterThan(0);
    for (const origin of site.origins) expect(new URL(origin).origin).toBe(origin);
  });

  test('says everything in both languages', () => {
    const words = [site.name, site.office, site.address, site.hours, site.footer, ...Object.values(site.discipline)];
    for (const topic of site.topics) words.push(topic.label, topic.hint);
    for (const { zh, en } of words) {
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(en).toMatch(/^[\x20-\x7e–]+$/);
    }
  });

  test('names each topic once and sends it to a department', () => {
    const ids = site.topics.map((topic) => topic.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const topic of site.topics) expect(topic.lead).not.toBe('');
    if (site.forms.includes('petition')) expect(ids.at(-1)).toBe('other');
  });

  test('opens applications and pledges exactly where it has something to offer', () => {
    expect(site.forms.includes('application')).toBe(site.measures.length > 0);
    expect(site.forms.includes('pledge')).toBe(site.campaigns.length > 0);
  });

  test('limits its messages within what a limit may be', () => {
    expect(Object.keys(site.settings.messages).toSorted()).toEqual(Object.keys(messageLimits).toSorted());
    for (const [name, { schema }] of Object.entries(messageLimits)) {
      expect([name, v.is(schema, site.settings.messages[name as keyof MessageLimits])]).toEqual([name, true]);
    }
  });

  test('says in whole numbers when codes stop by themselves, by a share that can be missed', () => {
    const { codes } = site.settings;
    for (const value of Object.values(codes))
      expect([value, Number.isInteger(value) && value > 0]).toEqual([value, true]);
    expect(codes.leastUsed).toBeLessThanOrEqual(100);
    expect(codes.afterMinutes).toBeLessThan(codes.withinDays * 24 * 60);
  });

  test('is marked as a demonstration and uses a number nobody has', () => {
    expect(site.demo).toBe(true);
    expect(site.phone).toMatch(/^0359-0000\d{3}$/);
    expect(site.footer.zh).toContain('不是政府网站');
    expect(site.settings.messages.perAddressPerDay).toBe(50);
  });
});

const is = (name: keyof MessageLimits, value: unknown) => v.is(messageLimits[name].schema, value);

test('a limit is a whole number from one on, or none where it only paces; a country is a calling code', () => {
  expect([0, -1, 1.5, '5', null, 1].map((value) => is('perAddressPerDay', value))).toEqual([
    false,
    false,
    false,
    false,
    false,
    true,
  ]);
  expect([null, 0, 1].map((value) => is('perNumberPerMinute', value))).toEqual([true, false, true]);
  expect([[], ['+86'], ['0086'], ['86', '852']].map((value) => is('countries', value))).toEqual([
    false,
    false,
    false,
    true,
  ]);
});
