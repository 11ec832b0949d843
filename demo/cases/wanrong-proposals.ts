import { step, type DemoStep } from './road.ts';

type Json = Record<string, unknown>;

/** A step of the suggestion that was made of the case. */
const born = (daysAgo: number, time: string, by: string, action: string, input: Json = {}): DemoStep => ({
  ...step(daysAgo, time, by, action, input),
  of: 'born',
});

const CANAL = {
  proposer: 'dep-gaocun-1',
  cosigners: ['dep-gaocun-2', 'dep-jiedian-1'],
  title: '关于修复引黄灌区部分末级渠道的建议(示例)',
  reason: '引黄灌区部分末级渠道损坏, 下游几个村浇不上地。',
  problem: [
    '走访中看到, 村北一条支渠去年秋天塌陷二三十米, 今年放水到不了下游的地块, 相邻两个村情况相同。',
    '塌陷的地方离路近, 学生上下学从边上走, 有安全隐患。',
    '末级渠道由谁管、谁出钱、多久巡一次, 各村做法不一, 坏了没人及时报、没人及时修。',
  ].join('\n'),
  asks: [
    '先围挡后修复: 塌陷处立即围挡, 浇地前修好。',
    '把末级渠道列入年度管护计划, 写明责任单位和经费。',
    '建立管护员巡渠记录, 每月公示一次。',
  ].join('\n'),
};

const CANAL_REPLY =
  '冯某田代表, 您好。您提出的建议收悉, 现答复如下。\n一、塌陷处已经围挡, 支渠修复已开工, {T+20}前修好; 修好以前由邻近机井调水。\n二、末级渠道已列入明年的管护计划, 由县水利局和所在乡镇共同负责, 经费列入预算。\n三、{T-20}起管护员每周巡渠一次, 记录在村务公开栏每月公示。\n感谢您对水利工作的关心。\n——县水利局、高村镇人民政府(示例)';

const CLINIC = {
  proposer: 'dep-xicun-1',
  title: '关于在乡镇卫生院代收慢性病待遇申请材料的建议(示例)',
  reason: '老年慢性病患者办理待遇要多次往返县城。',
  problem:
    '走访中了解到, 高血压、糖尿病等慢性病患者办理门诊待遇, 一般要到县城跑两趟。\n山区老人出行不便, 有的托人代办, 材料不齐又要重跑。',
  asks: '由乡镇卫生院代收申请材料, 每周集中送县里办理\n印发一张材料清单, 放在卫生院和联络站\n办好以后由卫生院通知本人领取',
};

const BEND = {
  proposer: 'dep-wanquan-1',
  title: '关于在山区通村公路急弯陡坡处加装护栏和标志的建议(示例)',
  reason: '山区通村公路部分急弯没有护栏和警示标志。',
  problem: '进村下坡的一处急弯没有护栏, 近期有车辆翻下路基。\n排查发现同一条路上还有四处急弯情况相同。',
  asks: '对五处急弯先立警示标志和减速带\n年内加装波形护栏\n把通村公路急弯陡坡纳入每年的排查',
};

/** What became of petitions of Wanrong as suggestions: one published, one within its three months, one returned. */
export const wanrongProposals: Readonly<Record<string, readonly DemoStep[]>> = {
  W01: [
    step(30, '10:20', 'desk', 'propose', { answers: CANAL }),
    born(29, '15:00', 'congress', 'examine', { remark: '明确具体, 一事一议。先和水利局通个气。' }),
    born(28, '09:30', 'congress', 'assign', { lead: '县水利局', with: '高村镇人民政府' }),
    born(12, '17:10', 'water', 'reply', { category: 'B', contact: 'on-site', note: CANAL_REPLY }),
    born(8, '11:00', 'deputy', 'feedback', {
      rating: 'mostly',
      note: '围挡和巡渠记录都看到了, 修复请抓紧, 别误了浇地。(示例)',
    }),
    born(7, '09:40', 'congress', 'close'),
    born(5, '16:00', 'congress', 'publish'),
  ],
  W09: [
    step(10, '15:10', 'deputy', 'propose', { answers: CLINIC }),
    born(9, '10:00', 'congress', 'examine'),
    born(8, '09:20', 'congress', 'assign', { lead: '县医疗保障局', with: '西村乡卫生院(示例)' }),
    born(4, '09:00', 'congress', 'key', { remark: '主任会议定的十件重点之一。' }),
  ],
  W15: [
    step(5, '16:00', 'deputy', 'propose', { answers: BEND }),
    born(5, '17:20', 'congress', 'examine'),
    born(4, '10:10', 'congress', 'assign', { lead: '县公安局交通管理大队' }),
    born(2, '15:30', 'traffic', 'return', {
      remark: '护栏属于公路设施, 应由县交通运输局主办, 标志和减速带我们可以会办。',
    }),
  ],
};
