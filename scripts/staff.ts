import { createClient } from '@libsql/client/web';
import { siteById, sites } from '../src/sites/index.ts';
import { systemClock } from '../src/lib/clock.ts';
import { deputiesOf, stationsOf } from '../src/liaison/index.ts';
import { accountByLogin, endAccount, openAccount, type OpenRefusal } from '../src/staff/account.ts';
import { issueLink, LINK_MINUTES } from '../src/staff/enrol.ts';
import { allRoles, isRole, may, type Reach, type RoleId } from '../src/staff/roles.ts';
import type { StaffTools } from '../src/staff/tools.ts';
import { stopChildren } from './children.ts';
import { migrate } from './migrate.ts';
import { isMain } from './root.ts';
import { commandSettings, staffToolsOf } from './settings.ts';
import { both, runMain, Stop } from './stop.ts';

const USAGE = both(
  `用法:
  npm run staff -- add 登录名 角色 姓名 [站点] [联络站编号、代表编号或部门]   添加账号, 打印登记链接
  npm run staff -- link 登录名                                    再发一个登记链接
  npm run staff -- end 登录名                                     停用账号
角色: ${Object.keys(allRoles).join(', ')}; 站点: ${sites.map(({ id }) => id).join(', ')}`,
  'usage: add <login> <role> <name> [site] [station, deputy or department] · link <login> · end <login>',
);

const WHY: Record<OpenRefusal, string> = {
  'login-shape': both('登录名只用小写字母、数字和短横', 'a login has small letters, digits and hyphens'),
  'login-taken': both('这个登录名已经有人用过', 'this login has been used'),
  'name-shape': both('姓名 1 到 60 个字', 'a name has 1 to 60 characters'),
  'reach-wrong': both('角色和管辖对不上', 'role and reach do not fit'),
};

/** The reach that words on the command line name. */
function reachOf(role: RoleId, site: string | undefined, place: string | undefined): Reach {
  if (site !== undefined && !siteById(site)) throw new Stop(both(`没有站点 ${site}`, `no site ${site}`));
  const { scope } = allRoles[role];
  const deputy = may(role, 'proposals.own') ? deputiesOf(site ?? '').find(({ id }) => id === place) : undefined;
  if (deputy) return { site: site ?? null, station: deputy.station, department: null, deputy: deputy.id };
  if (scope === 'station' && site !== undefined && !stationsOf(site).some(({ id }) => id === place))
    throw new Stop(
      both(
        `没有这个联络站, 可用: ${stationsOf(site)
          .map(({ id }) => id)
          .join(', ')}`,
        'no such station',
      ),
    );
  return {
    site: site ?? null,
    station: scope === 'station' ? (place ?? null) : null,
    department: scope === 'department' ? (place ?? null) : null,
  };
}

async function known(tools: StaffTools, login: string): Promise<string> {
  const account = await accountByLogin(tools, login);
  if (!account) throw new Stop(both(`没有账号 ${login}`, `no account ${login}`));
  return account.id;
}

async function add(tools: StaffTools, [login = '', role = '', name = '', site, place]: string[]): Promise<string> {
  if (!isRole(role)) throw new Stop(USAGE);
  const reach = reachOf(role, site, place);
  const opened = await openAccount(tools, 'system', { login, name, role, ...reach });
  if (!opened.ok) throw new Stop(WHY[opened.error]);
  return opened.value.id;
}

async function printLink(tools: StaffTools, id: string): Promise<void> {
  const link = await issueLink(tools, 'system', id);
  if (!link.ok) throw new Stop(both('账号已停用', 'the account has ended'));
  console.log(both(`登记链接, ${LINK_MINUTES} 分钟内有效, 只能用一次`, `enrol link, ${LINK_MINUTES} minutes, once`));
  console.log(link.value);
}

/** `npm run staff -- add …`: the first administrator, and whoever cannot wait for one. */
async function main([verb, ...rest]: string[]): Promise<void> {
  if (!['add', 'link', 'end'].includes(verb ?? '')) throw new Stop(USAGE);
  const settings = await commandSettings();
  await migrate(createClient({ url: settings.LIBSQL_URL, authToken: settings.LIBSQL_AUTH_TOKEN }));
  const tools = staffToolsOf(settings, systemClock);
  if (verb === 'end') {
    await endAccount(tools, 'system', await known(tools, rest[0] ?? ''));
    console.log(both('已停用', 'ended'));
    return;
  }
  await printLink(tools, verb === 'add' ? await add(tools, rest) : await known(tools, rest[0] ?? ''));
}

if (isMain(import.meta.filename)) {
  await runMain(() => main(process.argv.slice(2)));
  await stopChildren();
  process.exit();
}
