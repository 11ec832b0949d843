import { choice, yesno } from '../../lib/fields/index.ts';
import { defineMeasure, defineVersion } from '../define.ts';
import { pendingPapers, pendingTime, wenxi2023 } from './wenxi-2023.ts';

const title = { zh: '一次性安家费', en: 'One-time settling-in allowance' };
const cited = { clause: title, citation: wenxi2023.citation };

const askOffice = {
  zh: '不清楚可以先不选, 请打电话问县人才工作机构在哪里查。',
  en: 'If you are not sure, leave it open and ask the county talent office where to look.',
};

const from2023 = defineVersion({
  effectiveFrom: wenxi2023.effectiveFrom,
  facts: {
    field: choice({
      label: { zh: '您学的是哪一类?', en: 'What did you study?' },
      options: [
        { value: 'preschool-education', label: { zh: '学前教育类', en: 'Preschool education' } },
        { value: 'medical', label: { zh: '医疗类', en: 'Medicine and health' } },
        { value: 'other', label: { zh: '其他', en: 'Something else' } },
      ],
    }),
    degree: choice({
      label: { zh: '您的最高学历?', en: 'Your highest degree?' },
      options: [
        { value: 'junior-college', label: { zh: '大专', en: 'Junior college' } },
        { value: 'bachelor', label: { zh: '本科', en: 'Bachelor' } },
        { value: 'master', label: { zh: '硕士', en: 'Master' } },
        { value: 'doctor', label: { zh: '博士', en: 'Doctor' } },
      ],
    }),
    graduate: yesno({ label: { zh: '您是否已从大学毕业?', en: 'Have you graduated from university or college?' } }),
    onShortageList: yesno({
      label: {
        zh: '您应聘的岗位在闻喜急需紧缺人才要求之内吗?',
        en: 'Is the post you applied for among those Wenxi is short of?',
      },
      hint: askOffice,
    }),
    worksInCounty: yesno({ label: { zh: '您是否来闻喜工作?', en: 'Are you coming to work in Wenxi?' } }),
    receivedBefore: yesno({
      label: { zh: '以前领过闻喜的安家费吗?', en: 'Have you received this allowance from Wenxi before?' },
    }),
  },
  rules: [
    {
      id: 'field-of-study',
      fact: 'field',
      operator: 'one-of',
      operand: ['preschool-education', 'medical'],
      ...cited,
      hint: {
        zh: '这一项只给学前教育类、医疗类毕业生。您选的是“其他”。您可以看看引才单位能否申请“引才伯乐奖”。',
        en: 'This is only for graduates in preschool education and in medicine. You chose “something else”. Your employer may be able to apply for a talent scout award.',
      },
    },
    {
      id: 'graduate',
      fact: 'graduate',
      operator: 'is',
      operand: true,
      ...cited,
      hint: {
        zh: '这一项给大学毕业生。您可以毕业后再申请。',
        en: 'This is for graduates. You may apply once you have graduated.',
      },
    },
    {
      id: 'on-shortage-list',
      fact: 'onShortageList',
      operator: 'is',
      operand: true,
      ...cited,
      hint: {
        zh: '这一项只给符合闻喜急需紧缺人才要求的人。请打电话问县人才工作机构, 您的岗位算不算。',
        en: 'This is only for posts the county is short of. Ask the county talent office whether yours is one.',
      },
    },
    {
      id: 'works-in-county',
      fact: 'worksInCounty',
      operator: 'is',
      operand: true,
      ...cited,
      hint: { zh: '这一项给来闻喜工作的人。', en: 'This is for people who come to work in Wenxi.' },
    },
    {
      id: 'not-received-before',
      fact: 'receivedBefore',
      operator: 'is',
      operand: false,
      ...cited,
      hint: { zh: '这是一次性的, 领过的不能再领。', en: 'It is paid once only.' },
    },
  ],
  amounts: [{ is: 'unpublished', label: title }],
  amountWords: { zh: '待定 (公开报道未写金额)', en: 'Pending (the report states no sum)' },
  papers: [
    { id: 'diploma', label: { zh: '毕业证书、学位证书', en: 'Diploma and degree certificate' } },
    { id: 'contract', label: { zh: '劳动合同或聘用合同', en: 'Contract of employment' } },
  ],
  source: wenxi2023.source,
  pending: [
    { zh: '金额', en: 'amount', settledBy: 'amountFen' },
    { zh: '学历起点', en: 'lowest degree' },
    { zh: '服务年限', en: 'years of service' },
    pendingPapers,
    pendingTime,
  ],
});

export const settlingIn = defineMeasure({
  id: 'settling-in',
  title,
  audience: {
    zh: '符合闻喜急需紧缺人才要求、来闻喜工作的学前教育类、医疗类大学毕业生',
    en: 'Graduates in preschool education or medicine who come to work in Wenxi in a post the county is short of',
  },
  payee: 'person',
  versions: [from2023],
});
