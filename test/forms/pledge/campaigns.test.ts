import { expect, test } from 'vitest';
import { campaignById, campaigns } from '../../../src/forms/pledge/campaigns.ts';
import { sites } from '../../../src/sites/index.ts';

test('the Jishan pledge has the three undertakings of the appeal', () => {
  const pledge = campaignById('jishan-xinfeng');
  expect(pledge?.version).toBe('v1');
  expect(pledge?.undertakings.map(({ label }) => label.zh)).toEqual([
    '带头抵制高价彩礼',
    '带头践行喜事简办',
    '带头弘扬新风正气',
  ]);
});

test('each campaign belongs to the county that offers it, and each offered one exists', () => {
  for (const campaign of campaigns) {
    expect(sites.find((site) => site.id === campaign.site)?.campaigns).toContain(campaign.id);
  }
  for (const site of sites) {
    for (const id of site.campaigns) expect(campaignById(id)?.site).toBe(site.id);
  }
});

test('it says that one may withdraw, and never asks about party membership', () => {
  for (const { notes, undertakings } of campaigns) {
    expect(notes.zh).toContain('随时可以撤回并删除');
    expect(new Set(undertakings.map(({ id }) => id)).size).toBe(undertakings.length);
    for (const { label, text } of undertakings) {
      for (const words of [label, text]) {
        expect(words.zh).not.toMatch(/党员|^$/);
        expect(words.en).not.toMatch(/[\u4e00-\u9fff]|^$/);
      }
    }
  }
});

test('an unknown campaign is not found', () => {
  expect(campaignById('toString')).toBeUndefined();
});
