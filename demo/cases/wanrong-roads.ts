import { step, type DemoStep } from './road.ts';

const WATER = { lead: '县水利局', with: '高村镇人民政府' };
const CANAL =
  '您好。村北支渠县水利局已经到现场量过,列入今年的管护计划,{T+20}前修好;塌陷处已经先围挡。修好以前,浇地由邻近机井调水,请打0359-0000101登记。——县水利局、高村镇人民政府(示例)';

/** What became of W01–W24 until today. Those that are not here are new. */
export const wanrongRoads: Readonly<Record<string, readonly DemoStep[]>> = {
  W01: [
    step(41, '14:20', 'desk', 'register'),
    step(40, '09:05', 'desk', 'accept'),
    step(40, '09:30', 'desk', 'assign', {
      ...WATER,
      withinDays: 30,
      remark: '请水利所先去现场拍照量尺寸,和 W02、W03 一并办;围挡的事当天办。',
    }),
    step(12, '16:10', 'water', 'answer', {
      outcome: 'supported',
      claims: '要求修好村北塌了的支渠,让地能浇上水。',
      facts: '县水利局{T-14}到现场量过:支渠塌了二十六米,三个村的地浇不上;塌处离上学的路近,已经先围挡。(示例)',
      note: CANAL,
      basis: '《信访工作条例》第三十一条、第三十二条; 县里今年的末级渠道管护计划(示例)',
    }),
  ],
  W02: [
    // Joined to W01 (matters.ts): accepted, given and answered with it.
    step(38, '09:10', 'desk', 'remark', { remark: '和 W01 是同一件事,一并办。' }),
  ],
  W03: [step(37, '09:10', 'desk', 'remark', { remark: '和 W01 是同一件事。多一句:修以前先围挡,当天办。' })],
  W04: [
    step(30, '11:40', 'desk', 'register'),
    step(29, '09:00', 'desk', 'accept'),
    step(29, '09:15', 'desk', 'assign', { lead: '县公安局交通管理大队', with: '光华乡人民政府', withinDays: 20 }),
    step(12, '15:00', 'traffic', 'answer', {
      outcome: 'supported',
      claims: '要求在乡里或村里就能给电动三轮车上牌。',
      facts: '联络站和县交管大队{T-15}到乡里问过:全乡有一百多辆三轮车没上牌,开车的多是老人。(示例)',
      basis: '《信访工作条例》第三十二条; 县交管大队的便民上牌安排(示例)',
      note: '您好。您反映的三轮车上牌路远的事,我们和交管部门一起到乡里看过了。从{T-8}起,按片区到村里集中办理,您所在的村安排在{T+4}上午,地点在村委会。请带身份证和购车凭证。行动不便的,请打 0359-0000114,我们上门。——光华乡人大代表联络站、县公安局交通管理大队(示例)',
    }),
    step(10, '19:40', 'sender', 'rate', { rating: 'satisfied', comment: '在村口就办好了,谢谢你们。(示例)' }),
    step(9, '10:30', 'desk', 'follow-up', { rating: 'satisfied' }),
  ],
  W05: [
    step(25, '09:20', 'desk', 'accept'),
    step(24, '10:00', 'desk', 'assign', { lead: '县住房和城乡建设管理局', with: '解店镇人民政府' }),
    step(14, '11:00', 'housing', 'answer', {
      outcome: 'adopted',
      note: '您好。您的建议我们采纳了。镇东砖厂旧址划作建筑垃圾临时点,{T-2}起开放,每周三、周六清运,暂不收费。谢谢您的建议。(《信访工作条例》第二十九条)(示例)',
    }),
  ],
  W06: [
    step(18, '09:00', 'desk', 'accept'),
    step(18, '09:20', 'desk', 'assign', { lead: '县住房和城乡建设管理局', with: '县供电公司(示例)' }),
    step(3, '16:40', 'housing', 'extend', {
      moreDays: 30,
      approvedBy: '任某(示例), 局长',
      note: '您好。菇棚用电增容要现场勘测、排定施工,原定{due}前答复,现经单位负责人批准延长 30 日,理由是:变压器到货需要时间。给您添麻烦了,进展随时告诉您。(《信访工作条例》第三十四条)',
    }),
  ],
  W07: [step(13, '09:40', 'desk', 'register')],
  W08: [
    step(26, '09:10', 'desk', 'register'),
    step(25, '15:00', 'desk', 'assign', { lead: '县民政局', with: '县人力资源和社会保障局', withinDays: 10 }),
    step(3, '09:00', 'desk', 'urge', { remark: '已超过告知期限,请今天就联系来信人。' }),
  ],
  W09: [
    step(11, '10:00', 'desk', 'accept'),
    step(11, '10:10', 'desk', 'assign', { lead: '县医疗保障局', with: '西村乡卫生院(示例)', withinDays: 14 }),
  ],
  W10: [
    step(10, '09:00', 'desk', 'accept'),
    step(5, '17:00', 'desk', 'answer', {
      outcome: 'adopted',
      note: '您好。县农业农村局的老师{T+5}下午两点到西村联络站座谈,讲完到地里看黄芩烂根。欢迎带上病株来。(示例)',
    }),
  ],
  W11: [
    step(9, '09:00', 'desk', 'accept'),
    step(9, '09:10', 'desk', 'assign', { lead: '县司法局', with: '裴庄镇人民政府' }),
    step(3, '18:00', 'justice', 'answer', {
      outcome: 'supported',
      claims: '要求隔壁夜里不开机器。',
      facts: '镇调解委员会{T-4}夜里到现场听过,又请两家坐下来谈过:机器确实开到半夜,对方愿意改。(示例)',
      basis: '《信访工作条例》第三十三条',
      note: '您好。经镇调解委员会调解,两家{T-3}达成协议:晚上九点以后不开机器,机器下面加垫。协议一式三份,您留一份。(《信访工作条例》第三十三条)(示例)',
    }),
    step(2, '20:10', 'sender', 'rate', { rating: 'satisfied' }),
    step(1, '10:00', 'desk', 'close'),
  ],
  W12: [
    step(8, '11:00', 'desk', 'direct', {
      note: '您好。拖欠工资由县人力资源和社会保障局劳动监察大队负责查处,您的记工本请保存好。我们已把您的情况转给他们,也请您直接打 12333,或带上记工本到县人社局一楼。申请劳动仲裁不收费。(《信访工作条例》第二十三条)(示例)',
    }),
  ],
  W13: [
    step(6, '10:20', 'desk', 'refuse', {
      why: 'other-procedure',
      note: '您好。您的事法院已经作出判决,执行由法院负责,联络站和代表不能代替或者干预。您可以带上判决书,到作出一审判决的法院申请执行;经济困难的,可以拨打 12348 咨询法律援助。我们已把您的来信登记,编号 {number}。(《信访工作条例》第二十三条、第二十八条)',
    }),
  ],
  W14: [
    step(7, '15:00', 'desk', 'register'),
    step(6, '09:00', 'desk', 'assign', { lead: '县教育局', with: '县公安局' }),
    step(4, '16:00', 'school', 'return', { remark: '错峰放学学校可以安排;门口划线归交管大队,请另定主办单位。' }),
    step(3, '09:30', 'desk', 'assign', { lead: '县公安局交通管理大队', with: '县教育局' }),
  ],
  W15: [
    step(6, '11:00', 'desk', 'register'),
    step(6, '11:01', 'desk', 'mark-urgent', { remark: '急弯没有护栏,已有车翻下。已电话报告。' }),
    step(6, '11:05', 'desk', 'assign', { lead: '县交通运输局', with: '县公安局交通管理大队', withinDays: 7 }),
  ],
  W18: [
    step(3, '15:20', 'desk', 'accept', {
      note: '您好。县工业和信息化局和两家银行{T+6}上午到高村联络站,讲收果季的周转贷款。请带营业执照和去年的流水。(示例)',
    }),
  ],
  W19: [step(2, '09:00', 'desk', 'accept'), step(2, '09:05', 'desk', 'assign', { lead: '县水利局', withinDays: 10 })],
  W23: [
    step(1, '17:30', 'desk', 'refuse', {
      why: 'under-way',
      note: '您好。村北支渠的事正在办,不用再提交。县水利局定在{T+20}前修好,有变化会发短信告诉您。(《信访工作条例》第十九条)(示例)',
    }),
  ],
};
