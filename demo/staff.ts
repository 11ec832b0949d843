import type { RoleId } from '../src/staff/roles.ts';

/** One member of staff of the demonstration; none of them exists. */
export interface DemoStaff {
  login: string;
  name: string;
  role: RoleId;
  site: string | null;
  station?: string;
  department?: string;
  /** Whom of the site's list of deputies it is. */
  deputy?: string;
  /** Entered with the account; its holder asks for the code on the account page, and reads it in the local mailbox. */
  email?: string;
  /** What the roads of its county's cases call whoever sits there. */
  post?: string;
}

/** The accounts a local run has, one a role and county that the demo data needs. */
export const demoStaff: readonly DemoStaff[] = [
  { login: 'admin', email: 'admin@minyi.example', name: '系统管理员(示例)', role: 'administrator', site: null },
  { login: 'pinglu-desk', name: '平陆县办理员 贾某(示例)', role: 'county-clerk', site: 'pinglu', post: 'desk' },
  // Whoever takes what names no station, or one without an account here.
  {
    login: 'wanrong-desk',
    email: 'chang@wanrong.example',
    name: '万荣县办理员 畅某(示例)',
    role: 'county-clerk',
    site: 'wanrong',
    post: 'desk',
  },
  {
    login: 'gaocun-feng',
    email: 'feng@gaocun.example',
    name: '高村站办理员 冯某(示例)',
    role: 'station-clerk',
    site: 'wanrong',
    station: 'gaocun',
  },
  {
    login: 'jiedian-wang',
    name: '解店站办理员 王某(示例)',
    role: 'station-clerk',
    site: 'wanrong',
    station: 'jiedian',
  },
  {
    login: 'guanghua-xue',
    name: '光华站办理员 薛某(示例)',
    role: 'station-clerk',
    site: 'wanrong',
    station: 'guanghua',
  },
  {
    login: 'tonghua-grid',
    name: '通化网格员 卫某(示例)',
    role: 'grid-worker',
    site: 'wanrong',
    station: 'tonghua',
  },
  {
    login: 'deputy-feng',
    name: '冯某田(示例)',
    role: 'deputy',
    site: 'wanrong',
    station: 'gaocun',
    deputy: 'dep-gaocun-1',
    post: 'deputy',
  },
  {
    login: 'water-xu',
    email: 'xu@water.example',
    name: '水利局承办人 徐某(示例)',
    role: 'department-handler',
    site: 'wanrong',
    department: '县水利局',
    post: 'water',
  },
  {
    login: 'housing-ren',
    name: '住建局承办人 任某(示例)',
    role: 'department-handler',
    site: 'wanrong',
    department: '县住房和城乡建设管理局',
    post: 'housing',
  },
  {
    login: 'wanrong-watch',
    email: 'ji@wanrong.example',
    name: '万荣县督办员 吉某(示例)',
    role: 'supervisor',
    site: 'wanrong',
  },
  { login: 'pinglu-watch', name: '平陆县督办员 荆某(示例)', role: 'supervisor', site: 'pinglu' },
  { login: 'npc-cui', name: '县人大办公室 崔某(示例)', role: 'legislative-officer', site: 'wanrong', post: 'congress' },
  { login: 'hedong-law', name: '河东市法制机构 示例甲', role: 'legislative-officer', site: 'hedong' },
  { login: 'talent-chang', name: '人才办 常某(示例)', role: 'talent-officer', site: 'wenxi' },
  { login: 'talent-shang', name: '人才办复核 尚某(示例)', role: 'talent-reviewer', site: 'wenxi' },
  { login: 'audit-wen', email: 'wen@audit.example', name: '审计 温某(示例)', role: 'auditor', site: null },
  { login: 'wanrong-data', name: '万荣县个人信息专责 祁某(示例)', role: 'data-officer', site: 'wanrong', post: 'data' },
  {
    login: 'reports',
    email: 'reports@wanrong.example',
    name: '举报专责(示例)',
    role: 'report-officer',
    site: 'wanrong',
  },
];
