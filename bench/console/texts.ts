/** A generator of numbers below 1 that gives the same ones each time (mulberry32), so that two runs can be compared. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const pick = <T>(random: () => number, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

const WHERE = ['村东头', '镇政府门口', '小学南边', '卫生室旁边', '集市路口', '渠道北岸', '河堤上', '老供销社院里'];
const WHAT = ['路灯', '水渠', '垃圾箱', '护栏', '校车', '机井', '公交车', '自来水', '暖气', '化粪池', '宅基地', '低保'];
const WRONG = ['坏了没人修', '三天没有来', '又脏又臭', '手续办不下来', '塌了一段', '收费说不清', '夜里吵得睡不着'];
const SINCE = ['上个月起', '从春节到现在', '下雨以后', '去年秋收后', '换了承包人以后', '这半个月'];
const WISH = ['请派人来看一看', '希望早点答复', '请说明按哪一条办', '盼望安排资金', '请协调两个村一起解决'];
const SURNAMES = Array.from('张王李赵陈杨吴刘黄周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾');

/** The words the search is measured with: in every fifth text, in one of twenty thousand, and one that is long. */
export const COMMON = '道路';
export const RARE = '渡槽';
export const LONG = '集市路口自来水';

/** One filing as a resident might write it, 60 to 200 characters, with a few words that few others use. */
export function filing(random: () => number): { title: string; body: string } {
  const title = `${pick(random, WHERE)}${pick(random, WHAT)}${pick(random, WRONG)}`;
  const sentences = Array.from({ length: 2 + Math.floor(random() * 5) }, () => {
    const rest = `${pick(random, SINCE)}${pick(random, WHERE)}${pick(random, WHAT)}${pick(random, WRONG)}`;
    const house = `${pick(random, SURNAMES)}家${String.fromCodePoint(0x4e00 + Math.floor(random() * 6000))}巷`;
    return random() < 0.3 ? `${house}${rest}` : rest;
  });
  const road = random() < 0.2 ? [`${COMMON}也要一起修`] : [];
  const aqueduct = random() < 0.000_05 ? [`${RARE}漏水`] : [];
  return { title, body: `${[...sentences, ...road, ...aqueduct, pick(random, WISH)].join(',')}。` };
}
