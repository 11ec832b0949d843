import type { DemoStaff } from './staff.ts';

/** Who has a hand in the demo data beside those a visitor signs in as; an administrator can give them a link as well. */
export const demoColleagues: readonly DemoStaff[] = [
  {
    login: 'traffic-hao',
    name: '县交管大队承办人 郝某(示例)',
    role: 'department-handler',
    site: 'wanrong',
    department: '县公安局交通管理大队',
    post: 'traffic',
  },
  {
    login: 'justice-bai',
    name: '县司法局承办人 柏某(示例)',
    role: 'department-handler',
    site: 'wanrong',
    department: '县司法局',
    post: 'justice',
  },
  {
    login: 'school-jing',
    name: '县教育局承办人 景某(示例)',
    role: 'department-handler',
    site: 'wanrong',
    department: '县教育局',
    post: 'school',
  },
  {
    login: 'pinglu-farming',
    name: '平陆县农业农村局承办人 尉某(示例)',
    role: 'department-handler',
    site: 'pinglu',
    department: '县农业农村局',
    post: 'farming',
  },
  {
    login: 'pinglu-justice',
    name: '平陆县司法局承办人 解某(示例)',
    role: 'department-handler',
    site: 'pinglu',
    department: '县司法局',
    post: 'justice',
  },
  { login: 'jishan-data', name: '稷山县个人信息专责 晋某(示例)', role: 'data-officer', site: 'jishan', post: 'data' },
];
