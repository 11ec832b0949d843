import type { Topic } from './site.ts';

/** Topics that several counties ask about in the same words and send to the same departments. */
export const commonTopics = {
  roads: {
    id: 'roads',
    label: { zh: '道路交通', en: 'Roads and transport' },
    hint: { zh: '村道、路灯、客车、车辆上牌', en: 'Village roads, street lights, buses, number plates' },
    lead: '县交通运输局',
    with: '县公安局交通管理大队',
  },
  waste: {
    id: 'waste',
    label: { zh: '环境卫生', en: 'Waste and cleanliness' },
    hint: { zh: '垃圾收集转运、建筑垃圾、污水', en: 'Rubbish collection, building rubble, waste water' },
    lead: '县住房和城乡建设管理局',
    with: '所在乡镇政府',
  },
  farming: {
    id: 'farming',
    label: { zh: '农业生产', en: 'Farming' },
    hint: {
      zh: '药材、香菇、果树、农机、技术服务',
      en: 'Medicinal herbs, mushrooms, fruit trees, machines, advice',
    },
    lead: '县农业农村局',
    with: '所在乡镇政府',
  },
  school: {
    id: 'school',
    label: { zh: '教育', en: 'Schools' },
    hint: { zh: '校车、幼儿园、学校门口安全', en: 'School buses, nurseries, safety at the school gate' },
    lead: '县教育局',
    with: '县公安局',
  },
  health: {
    id: 'health',
    label: { zh: '看病与医保', en: 'Health care and insurance' },
    hint: { zh: '卫生室、报销、慢病卡', en: 'Village clinics, refunds, long-term illness cards' },
    lead: '县卫生健康和体育局',
    with: '县医疗保障局',
  },
  elderly: {
    id: 'elderly',
    label: { zh: '养老与救助', en: 'Old age and assistance' },
    hint: { zh: '养老金、低保、日间照料', en: 'Pensions, minimum living allowance, day care' },
    lead: '县民政局',
    with: '县人力资源和社会保障局',
  },
  jobs: {
    id: 'jobs',
    label: { zh: '就业与工资', en: 'Work and wages' },
    hint: { zh: '招工、培训、欠薪', en: 'Finding work, training, unpaid wages' },
    lead: '县人力资源和社会保障局',
    with: '所在乡镇政府',
  },
  other: {
    id: 'other',
    label: { zh: '其他', en: 'Something else' },
    hint: { zh: '不知道选哪个,就选这个', en: 'Choose this if you are not sure' },
    lead: '所在乡镇人大(先行登记分办)',
  },
} satisfies Record<string, Topic>;
