import { demoSite } from './demo.ts';
import type { Site } from './site.ts';

export const wenxi: Site = {
  ...demoSite,
  id: 'wenxi',
  name: { zh: '闻喜县(演示)', en: 'Wenxi County (demo)' },
  prefix: 'WX',
  areaCode: '140823',
  // What fits no other topic is registered by 县信访局, so the 15 days are those of 信访工作条例 art. 22.
  organ: 'petition-office',
  signature: '闻喜演示',
  office: { zh: '闻喜县信访局(演示)', en: 'Wenxi County Petition Office (demo)' },
  phone: '0359-0000201',
  address: { zh: '闻喜县桐城镇示例路 1 号', en: '1 Example Road, Tongcheng Town, Wenxi County' },
  origins: ['https://www.wenxi.example'],
  colour: '#1d4f7c',
  forms: ['application', 'petition'],
  topics: [
    {
      id: 'talent',
      label: { zh: '人才政策咨询', en: 'Talent policy' },
      hint: { zh: '补助条件、要什么材料、找谁办', en: 'Who qualifies, which papers, whom to ask' },
      lead: '县委人才工作机构',
    },
    {
      id: 'permit',
      label: { zh: '办证审批', en: 'Licences and permits' },
      hint: { zh: '开店、换证、跑了几趟没办成', en: 'Opening a shop, renewing a licence, sent away again and again' },
      lead: '县行政审批服务管理局',
    },
    {
      id: 'jobs',
      label: { zh: '就业与工资', en: 'Work and wages' },
      hint: { zh: '招工、培训、欠薪', en: 'Finding work, training, unpaid wages' },
      lead: '县人力资源和社会保障局',
    },
    {
      id: 'school',
      label: { zh: '教育', en: 'Schools' },
      hint: { zh: '上学、幼儿园、学校门口安全', en: 'School places, nurseries, safety at the school gate' },
      lead: '县教育局',
    },
    {
      id: 'health',
      label: { zh: '看病与医保', en: 'Health care and insurance' },
      hint: { zh: '卫生室、报销、慢病卡', en: 'Village clinics, refunds, long-term illness cards' },
      lead: '县卫生健康和体育局',
    },
    {
      id: 'farming',
      label: { zh: '农业生产', en: 'Farming' },
      hint: { zh: '种植、农机、技术服务', en: 'Crops, machines, advice' },
      lead: '县农业农村局',
    },
    {
      id: 'roads',
      label: { zh: '道路交通', en: 'Roads and transport' },
      hint: { zh: '村道、路灯、客车', en: 'Village roads, street lights, buses' },
      lead: '县交通运输局',
    },
    {
      id: 'housing',
      label: { zh: '住房', en: 'Housing' },
      hint: { zh: '人才公寓、危房、漏水', en: 'Talent flats, unsafe houses, leaks' },
      lead: '县住房和城乡建设管理局',
    },
    {
      id: 'other',
      label: { zh: '其他', en: 'Something else' },
      hint: { zh: '不知道选哪个,就选这个', en: 'Choose this if you are not sure' },
      lead: '县信访局登记分办',
    },
  ],
  discipline: {
    name: { zh: '闻喜县纪委监委信访室(演示)', en: 'Complaints office, Wenxi discipline and supervision body (demo)' },
    address: { zh: '闻喜县桐城镇示例路 2 号', en: '2 Example Road, Tongcheng Town, Wenxi County' },
  },
  measures: ['settling-in', 'station-funding', 'hire-reward', 'talent-enclave'],
  campaigns: [],
};
