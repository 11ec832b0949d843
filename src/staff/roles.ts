import type { Words } from '../lib/words.ts';

/** What a role may do; a route asks for one of these, and the account page says them in words. */
export const permissions = {
  'accounts.manage': { zh: '管理账号、发放登记链接', en: 'manage accounts and issue enrol links' },
  'cases.handle': { zh: '登记、分办、答复辖区内的事项', en: 'register, assign and answer matters within reach' },
  'cases.follow': { zh: '查看本站事项并跟进', en: "follow the station's matters" },
  'cases.answer': { zh: '办理交给本部门的事项', en: 'work on what is handed to the department' },
  'proposals.write': { zh: '把辖区内的事项转为代表建议', en: 'make a deputy’s suggestion of a matter within reach' },
  'proposals.own': { zh: '查看本人提出的建议并反馈意见', en: 'follow one’s own suggestions and respond to the reply' },
  'proposals.manage': { zh: '审查、交办、公开代表建议', en: 'examine, hand over and publish deputies’ suggestions' },
  'cases.supervise': { zh: '督办、催办本站点的事项', en: "supervise and urge the site's matters" },
  'cases.recuse': {
    zh: '让与事项有利害关系的同事回避',
    en: 'have a colleague with an interest in a matter step back from it',
  },
  'cases.file-for': { zh: '替居民代填', en: 'file for residents' },
  'cases.witness': { zh: '见证同事的代填', en: 'witness what colleagues filed' },
  'drafts.collect': { zh: '收集、上报对法规草案的意见', en: 'collect comments on drafts and pass them up' },
  'drafts.decide': {
    zh: '对本机关的草案决定采纳并公布',
    en: 'decide on comments and publish, for drafts of the own site',
  },
  'applications.check': { zh: '审核补助申请', en: 'check subsidy applications' },
  'applications.review': { zh: '复核补助申请', en: 'review what another officer has checked' },
  'requests.handle': {
    zh: '办理查阅、更正、删除个人信息的申请',
    en: 'deal with requests to see, correct or erase personal data',
  },
  'reports.handle': { zh: '查看、办理检举控告', en: 'see and handle reports (检举控告)' },
  'messages.stop': { zh: '停发、恢复短信和邮件', en: 'stop and resume messages' },
  'system.watch': { zh: '查看系统状况', en: 'see how the system is' },
  'records.audit': { zh: '查看操作记录和统计', en: 'read the record of actions and the figures' },
} as const satisfies Record<string, Words>;
export type Permission = keyof typeof permissions;

/** How far a role reaches; below `everything` an account names its site, and its station or department. */
export type Scope = 'everything' | 'site' | 'station' | 'department';

export interface Role {
  label: Words;
  scope: Scope;
  may: readonly Permission[];
  /** Names, phones and addresses, masked until revealed; `false`: never. */
  personal: boolean;
}

/** The list: one row a role (demo-data.md §7). */
export const roles = {
  administrator: {
    label: { zh: '系统管理员', en: 'Administrator' },
    scope: 'everything',
    may: ['accounts.manage', 'messages.stop', 'system.watch'],
    personal: false,
  },
  // Whom a county without stations needs, and whoever takes what names no station; not in demo-data.md §7.
  'county-clerk': {
    label: { zh: '县级办理员', en: 'County clerk' },
    scope: 'site',
    may: ['cases.handle', 'cases.recuse', 'proposals.write', 'cases.file-for', 'cases.witness'],
    personal: true,
  },
  'station-clerk': {
    label: { zh: '联络站办理员', en: 'Station clerk' },
    scope: 'station',
    may: ['cases.handle', 'proposals.write', 'cases.file-for', 'cases.witness'],
    personal: true,
  },
  // Goes from door to door with a phone: sees what they filed themselves and no other case.
  'grid-worker': {
    label: { zh: '网格员', en: 'Grid worker' },
    scope: 'station',
    may: ['cases.file-for'],
    personal: false,
  },
  deputy: {
    label: { zh: '人大代表', en: 'Deputy' },
    scope: 'station',
    may: ['cases.follow', 'proposals.write', 'proposals.own'],
    personal: false,
  },
  'department-handler': {
    label: { zh: '部门承办人', en: 'Department handler' },
    scope: 'department',
    may: ['cases.answer'],
    personal: true,
  },
  // 督办 (信访工作条例 40) and what is urgent (25); a supervisor moves others and talks to no resident.
  supervisor: {
    label: { zh: '督办员', en: 'Supervisor' },
    scope: 'site',
    may: ['cases.supervise', 'cases.recuse'],
    personal: false,
  },
  'legislative-officer': {
    label: { zh: '立法工作人员', en: 'Legislative officer' },
    scope: 'site',
    may: ['drafts.collect', 'drafts.decide', 'proposals.manage'],
    personal: true,
  },
  'talent-officer': {
    label: { zh: '人才补助经办人', en: 'Talent officer' },
    scope: 'site',
    may: ['applications.check'],
    personal: true,
  },
  'talent-reviewer': {
    label: { zh: '人才补助复核人', en: 'Talent reviewer' },
    scope: 'site',
    may: ['applications.review'],
    personal: true,
  },
  auditor: {
    label: { zh: '审计', en: 'Auditor' },
    scope: 'everything',
    may: ['records.audit', 'system.watch'],
    personal: false,
  },
  'report-officer': {
    label: { zh: '举报专责', en: 'Officer cleared for reports' },
    scope: 'site',
    may: ['reports.handle'],
    personal: true,
  },
  // Reads no petition; what it opens is what the person who asks may have of their own.
  'data-officer': {
    label: { zh: '个人信息专责', en: 'Officer for personal data' },
    scope: 'site',
    may: ['requests.handle'],
    personal: true,
  },
} as const satisfies Record<string, Role>;
export type RoleId = keyof typeof roles;

export const allRoles: Readonly<Record<RoleId, Role>> = roles;

export const isRole = (text: string): text is RoleId => Object.hasOwn(roles, text);

/** Whether a role has a permission: what is not in its row it may not. */
export const may = (role: RoleId, permission: Permission): boolean => allRoles[role].may.includes(permission);

/** Where an account works. */
export interface Reach {
  site: string | null;
  station: string | null;
  department: string | null;
  /** Which deputy of the site's list it is; others, and deputies who are not on the list, are none. */
  deputy?: string | null;
}

type Place = 'site' | 'station' | 'department';
const NEEDED: Record<Scope, readonly Place[]> = {
  everything: [],
  site: ['site'],
  station: ['site', 'station'],
  department: ['site', 'department'],
};

/** Whether a reach names exactly what the role's scope asks for, and nothing more. */
export function reachFits(role: RoleId, reach: Reach): boolean {
  const needed = NEEDED[allRoles[role].scope];
  if ((reach.deputy ?? null) !== null && !may(role, 'proposals.own')) return false;
  return (['site', 'station', 'department'] as const).every((part) => (reach[part] !== null) === needed.includes(part));
}
