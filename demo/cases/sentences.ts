/** What a made-up petition is put together from: `{village}` and, for each blank, one of its choices. */
export interface Sentence {
  topic: string;
  category: 'suggestion' | 'request';
  title: string;
  text: string;
  choices: Readonly<Record<string, readonly string[]>>;
}

/** All of them invented. */
export const villages = '东坡村 西坡村 南头村 北庄 沟东 沟西 前岭 后岭 新庄 河湾'.split(' ');

const request = { category: 'request' } as const;
const suggestion = { category: 'suggestion' } as const;

export const sentences: readonly Sentence[] = [
  {
    ...request,
    topic: 'irrigation',
    title: '{village}{thing}坏了,地里等水',
    text: '{village}{thing}坏了{time},地里等水,请安排人看看。',
    choices: { thing: ['机井', '支渠', '闸门'], time: ['两天', '一周', '半个月'] },
  },
  {
    ...request,
    topic: 'roads',
    title: '{village}{thing}{fault}',
    text: '{village}{thing}{fault},晚上走路不安全,盼早修。',
    choices: { thing: ['路灯', '护栏', '路面'], fault: ['坏了', '塌了一块'] },
  },
  {
    ...request,
    topic: 'waste',
    title: '{village}垃圾点{time}没清',
    text: '{village}垃圾点{time}没清,味道大,请安排清运。',
    choices: { time: ['三天', '一周'] },
  },
  {
    ...suggestion,
    topic: 'farming',
    title: '{crop}{trouble},想请人来看看',
    text: '今年{crop}{trouble},想请懂技术的人来看看。',
    choices: { crop: ['果树', '药材', '香菇'], trouble: ['虫多', '烂根', '卖不动'] },
  },
  {
    ...request,
    topic: 'elderly',
    title: '{matter}不知道找谁',
    text: '家里老人的{matter}不知道找谁,请指个路。',
    choices: { matter: ['高龄补贴', '养老认证', '低保复核'] },
  },
  {
    ...request,
    topic: 'health',
    title: '{village}卫生室{trouble}',
    text: '{village}卫生室{trouble},老人看病不方便。',
    choices: { trouble: ['常没人', '缺常用药'] },
  },
  {
    ...request,
    topic: 'utilities',
    title: '{village}{trouble}',
    text: '{village}{trouble},{time}最明显。',
    choices: { trouble: ['电压低', '水压小', '手机没信号'], time: ['晚上', '早上'] },
  },
  {
    ...suggestion,
    topic: 'school',
    title: '{village}到学校没有{thing}',
    text: '{village}到学校没有{thing},孩子上下学不放心。',
    choices: { thing: ['校车', '人行道'] },
  },
  {
    ...request,
    topic: 'market',
    title: '集上买的{goods}{trouble}',
    text: '在集上买的{goods}{trouble},有票据。',
    choices: { goods: ['种子', '农药', '食品'], trouble: ['不对版', '过期', '分量不足'] },
  },
  {
    ...request,
    topic: 'neighbour',
    title: '和邻居为{matter}的事想请人调解',
    text: '和邻居为{matter}的事说不到一起,想请人调解。',
    choices: { matter: ['滴水', '地界', '树荫'] },
  },
];
