import { expect, test } from 'vitest';
import { deputiesOf, stationById, stationsOf, statisticsLine } from '../../src/liaison/index.ts';
import { siteById } from '../../src/sites/index.ts';
import areas from '../vectors/areas.json' with { type: 'json' };

const stations = stationsOf('wanrong');

test('every township of Wanrong has its station, under the official name and code', () => {
  const official = areas.gbt2260_yuncheng.wanrong_townships;
  expect(stations.map((station) => [station.code, station.name.zh])).toEqual(
    official.map(([code, name]) => [code, `${name}人大代表联络站`]),
  );
});

test('fourteen stations keep forty-five contact points and show two deputies each', () => {
  expect(stations).toHaveLength(14);
  expect(stations.reduce((sum, station) => sum + station.points, 0)).toBe(45);
  expect(deputiesOf('wanrong')).toHaveLength(28);
});

test('the network is summed up in one line with its source', () => {
  expect(statisticsLine('wanrong', 'zh')).toBe(
    '联络站 14 个 · 联络点 45 个 · 省代表 4 名、市代表 35 名、县代表 227 名、乡镇代表 916 名(来源:报纸,2023 年)',
  );
  expect(statisticsLine('wanrong', 'en')).toMatch(/^14 stations · 45 contact points .*newspaper, 2023\)$/);
  expect(statisticsLine('wenxi', 'zh')).toBeUndefined();
});

test('a county without a network has no stations and no deputies', () => {
  expect(stationsOf('pinglu')).toEqual([]);
  expect(deputiesOf('nowhere')).toEqual([]);
  expect(stationById('wenxi', 'gaocun')).toBeUndefined();
});

test('stations are numbered from 0359-0000101, deputies from 15400001001, in order', () => {
  expect(stations.map((station) => station.phone)).toEqual(stations.map((_, i) => `0359-0000${101 + i}`));
  expect(deputiesOf('wanrong').map((deputy) => deputy.phone)).toEqual(
    Array.from({ length: 28 }, (_, i) => String(15_400_001_001 + i)),
  );
});

test('a deputy is named by station and turn, is invented, and has a post in both languages', () => {
  for (const station of stations) {
    expect(station.deputies.map(({ id }) => id)).toEqual([`dep-${station.id}-1`, `dep-${station.id}-2`]);
    for (const deputy of station.deputies) {
      expect(deputy.station).toBe(station.id);
      expect(deputy.name).toMatch(/^[\u4e00-\u9fff]某[\u4e00-\u9fff]\(示例\)$/);
      expect(deputy.post.zh).toMatch(/^(省|市|县|乡镇)人大代表,./);
      expect(deputy.post.en).toMatch(/^\w+ deputy, ./);
    }
  }
  expect(stationById('wanrong', 'gaocun')?.deputies[0].post.zh).toBe('市人大代表,种植合作社理事长');
});

test('a station belongs to a county that is served and says everything in both languages', () => {
  for (const station of stations) {
    expect(siteById(station.site)).toBeDefined();
    for (const words of [station.name, station.address, station.hours, station.placement, station.theme]) {
      expect(words.zh).not.toBe('');
      expect(words.en).not.toMatch(/[\u4e00-\u9fff]|^$/);
    }
  }
});
