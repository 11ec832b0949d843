import { Hono, type Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { asksOf } from '../../cases/tasks/asks.ts';
import { finishTask } from '../../cases/tasks/finish.ts';
import { hasTasks, openTasks, taskFor } from '../../cases/tasks/list.ts';
import type { AppEnv } from '../../context.ts';
import { refuse, type Refusal } from '../../errors.ts';
import type { Json } from '../../forms/define.ts';
import { taskWords as words } from '../../i18n/tasks.ts';
import { readForm } from '../../lib/fields/index.ts';
import { say } from '../../lib/words.ts';
import { keep } from '../../ui/view.ts';
import { allTaskKinds } from '../../workflow/tasks.ts';
import { postedForm } from '../public/posted.ts';
import { viewOf } from '../public/view.ts';
import { answerRefusal } from '../refusal.tsx';
import { ConsolePage } from './console-page.tsx';
import { TaskLine } from './task-line.tsx';
import { TaskPage } from './task-page.tsx';

async function listPage(c: Context<AppEnv>) {
  const view = viewOf(c);
  const { lang } = view;
  const { tools, sites } = c.get('deps');
  const { account } = c.get('signedIn');
  const { tasks, next } = await openTasks(tools.db, account, c.req.query('after'));
  return c.html(
    <ConsolePage {...{ view, account }} title={say(words.title, lang)} description={say(words.lead, lang)}>
      {tasks.length === 0 && <p>{say(words.nothing, lang)}</p>}
      {tasks.length > 0 && (
        <ol class="tasks" data-keys>
          {tasks.map((task) => (
            <TaskLine {...{ view, task }} site={sites.find(({ id }) => id === task.site)} />
          ))}
        </ol>
      )}
      {next !== null && (
        <p class="paging">
          <a href={keep(view, `/staff/tasks?after=${next}`)} rel="next">
            {say(words.next, lang)}
          </a>
        </p>
      )}
    </ConsolePage>,
  );
}

/** The task of the path where it is one's own and ends by hand; null else, which all look alike. */
async function oneTask(c: Context<AppEnv>) {
  const { tools, sites } = c.get('deps');
  const { account } = c.get('signedIn');
  const task = await taskFor(tools.db, account, c.req.param('id') ?? '');
  if (!task || allTaskKinds[task.kind].ends !== 'by-hand') return null;
  return { view: viewOf(c), account, task, site: sites.find(({ id }) => id === task.site) };
}

async function showTask(c: Context<AppEnv>) {
  const one = await oneTask(c);
  return one ? c.html(<TaskPage {...one} raw={{}} />) : answerRefusal(c, refuse('route.unknown'));
}

async function endTask(c: Context<AppEnv>) {
  const one = await oneTask(c);
  if (!one) return answerRefusal(c, refuse('route.unknown'));
  const posted = await postedForm(c);
  if (!posted.ok) return answerRefusal(c, posted.error);
  const raw = readForm(asksOf(one.task.kind), posted.value);
  const finished = await finishTask(c.get('deps').tools, one.task, one.account.id, raw);
  return finished.ok ? c.redirect(keep(one.view, '/staff/tasks'), 303) : notEnded(c, finished.error, raw);
}

/** What was typed stays; a task that a colleague has ended meanwhile is not there any more. */
async function notEnded(c: Context<AppEnv>, { code, problems = [] }: Refusal, raw: Json) {
  const one = await oneTask(c);
  if (!one) return answerRefusal(c, refuse('case.changed'));
  return code === 'answers.invalid'
    ? c.html(<TaskPage {...one} {...{ raw, problems }} />, 422)
    : c.html(<TaskPage {...one} raw={raw} changed />, 409);
}

/** Whose role has no tasks learns no more than that there is no such page. */
const ownersOnly = createMiddleware<AppEnv>(async (c, next) => {
  if (!hasTasks(c.get('signedIn').account.role)) return answerRefusal(c, refuse('route.unknown'));
  await next();
});

/** What one must do beside the steps of a case: the list, and how each ends. */
export const taskPages = new Hono<AppEnv>()
  .use('/tasks', ownersOnly)
  .use('/tasks/*', ownersOnly)
  .get('/tasks', (c) => listPage(c))
  .get('/tasks/:id', (c) => showTask(c))
  .post('/tasks/:id', (c) => endTask(c));
