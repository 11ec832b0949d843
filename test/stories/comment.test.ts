import { afterAll, beforeAll, expect, test } from 'vitest';
import { dateInWords } from '../../src/i18n/dates.ts';
import { shanghaiDate } from '../../src/lib/clock.ts';
import { addDays } from '../../src/workflow/calendar/dates.ts';
import { commentBody } from '../harness/bodies.ts';
import { clientOf, mailFor, problemsOf, type Json } from '../harness/client.ts';
import { openDrafts } from '../harness/form-pages.ts';
import { startStack, type Stack } from '../harness/stack.ts';

let stack: Stack;
const today = shanghaiDate(Date.now());
beforeAll(async () => {
  stack = await startStack();
  await openDrafts(stack);
});
afterAll(() => stack.stop());

const WASTE = '/wanrong/drafts/hd-waste-2026';
const pageOf = async (path: string): Promise<string> => (await stack.fetch(path)).text();
const formOf = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

/** Posts the form as a browser without script would, from a page opened long enough ago to have been read. */
async function postFrom(path: string, answers: Record<string, string>): Promise<Response> {
  const html = await pageOf(path);
  await new Promise((resolve) => setTimeout(resolve, 2100));
  const hidden = { key: formOf(html, 'key'), opened: formOf(html, 'opened') };
  return stack.fetch(path, { method: 'POST', body: new URLSearchParams({ ...hidden, ...answers }) });
}

const written = {
  'answers.article': 'a17',
  'answers.stance': 'amend',
  'answers.reason': '夏天垃圾放两天就臭,四十八小时太长。',
  'answers.role': 'resident',
  'contact.name': '李某芳(示例)',
  'contact.phone': '15400000002',
  'consent.privacy': 'true',
};

test('the list shows what is open, who makes it, until when, and why a short time is short', async () => {
  const html = await pageOf('/wanrong/drafts');
  expect(html).toContain('这是演示用的虚构草案,不是任何地方的真实立法项目。');
  expect(html).toContain(dateInWords(addDays(today, 18), 'zh'));
  expect(html).toContain('河东市人大常委会(虚构)');
  expect(html).toMatch(/hd-fire-2026.*防火期临近/s);
  expect(html.indexOf('hd-waste-2026')).toBeLessThan(html.indexOf('已经结束'));
  expect(html.indexOf('hd-reading-2025')).toBeGreaterThan(html.indexOf('已经结束'));
});

test('a draft is read whole, each article with a way to comment on it, within 60 KB', async () => {
  const html = await pageOf(WASTE);
  expect(html).toContain('<h3 class="chapter" lang="zh-CN">第四章 收运与处理</h3>');
  expect(html).toContain('<p class="item">(四)方便老年人、残疾人投放,开口高度不超过一米一。</p>');
  expect(html).toContain(`href="${WASTE}?answers.article=a17#answers-article"`);
  expect(html.match(/class="article"/g)).toHaveLength(28);
  const parts = await Promise.all(['/minyi.css', '/minyi.js', '/icon.svg'].map(pageOf));
  expect([html, ...parts].reduce((sum, part) => sum + Buffer.byteLength(part), 0)).toBeLessThan(60 * 1024);
});

test('without script the link of an article opens the form with it chosen', async () => {
  expect(await pageOf(`${WASTE}?answers.article=a17`)).toMatch(/<option value="a17" selected/);
});

test('programs read the drafts, and one article by article', async () => {
  const { get } = clientOf(stack);
  const { body } = await get('/drafts');
  const drafts = body['drafts'] as Json[];
  expect(drafts.map(({ id, open }) => [id, open])).toEqual([
    ['hd-waste-2026', true],
    ['hd-fire-2026', true],
    ['hd-reading-2025', false],
  ]);
  expect(drafts[0]).toEqual({
    id: 'hd-waste-2026',
    title: '河东市(虚构)农村生活垃圾治理条例(草案征求意见稿·示例)',
    owner: '河东市人大常委会(虚构)',
    opens: addDays(today, -12),
    closes: addDays(today, 18),
    open: true,
  });
  const one = await get('/drafts/hd-waste-2026');
  expect(one.body).toMatchObject(drafts[0] ?? {});
  expect((one.body['articles'] as Json[])[16]).toEqual({
    id: 'a17',
    number: '第十七条',
    path: ['第四章 收运与处理'],
    text: '收集点出现满溢的,村民可以拨打公示电话反映;收运单位应当在四十八小时内清运。',
  });
  expect(await get('/drafts/hd-moon-2026')).toMatchObject({ status: 404, body: { code: 'draft.unknown' } });
  expect((await clientOf(stack, 'wenxi').get('/drafts')).body).toEqual({ drafts: [] });
});

test('one receipt for several articles, without a date, told by text message', async () => {
  const also = [{ article: 'a8', stance: 'amend', reason: '三百米对拄拐的老人就远了。', suggestedText: '二百米' }];
  const sent = await clientOf(stack).post('comments', commentBody({ also, station: 'jiedian' }));
  expect(sent).toMatchObject({ status: 201, body: { kind: 'comment', state: 'received', due: null } });
  const receipt = String(sent.body['receipt']);
  const [mail] = await mailFor(stack, receipt);
  expect(mail?.text).not.toContain('垃圾');
  const { rows } = await stack.db.execute({
    sql: 'SELECT title, subject, station FROM cases WHERE receipt = ?',
    args: [receipt],
  });
  expect({ ...rows[0] }).toEqual({
    title: '河东市(虚构)农村生活垃圾治理条例(草案征求意见稿·示例) 第十七条、第八条',
    subject: 'hd-waste-2026',
    station: 'jiedian',
  });
});

test('what is wrong is named by draft, article and item', async () => {
  const { post } = clientOf(stack);
  const unknown = await post('comments', commentBody({ draft: 'hd-moon-2026' }));
  expect(problemsOf(unknown)).toEqual(['answers.draft field.invalid']);
  const also = [
    { article: 'a8', stance: 'support', reason: '这样好。' },
    { stance: 'support', reason: '好' },
  ];
  expect(problemsOf(await post('comments', commentBody({ article: 'a29', also })))).toEqual([
    'answers.article field.invalid',
    'answers.also.1.article field.required',
    'answers.also.1.reason field.too-short',
  ]);
});

test('after the last day a comment is refused with the closing date, and the page shows the text without a form', async () => {
  const closed = { draft: 'hd-reading-2025', article: 'a4' };
  const refused = await clientOf(stack).post('comments', commentBody(closed));
  expect(refused).toMatchObject({ status: 422, body: { code: 'window.closed' } });
  const closes = dateInWords(addDays(today, -386), 'zh');
  expect(refused.body['detail']).toContain(closes);
  const path = '/wanrong/drafts/hd-reading-2025';
  const shown = await stack.fetch(path);
  expect(shown.status).toBe(200);
  const html = await shown.text();
  expect(html).toContain(`至 ${closes}, 现在不能提交意见`);
  expect(html).toContain('提供大字图书');
  expect(html).not.toContain('<form');
  const posted = await stack.fetch(path, { method: 'POST', body: new URLSearchParams(written) });
  expect(posted.status).toBe(422);
  expect(await posted.text()).toContain(closes);
});

test('without script a comment is sent from the page and ends at its receipt', async () => {
  const sent = await postFrom(WASTE, written);
  expect(sent.status).toBe(303);
  const receipt = await pageOf(sent.headers.get('location') ?? '');
  expect(receipt).toContain('草案意见');
  expect(receipt).toContain('已收到');
});

test('without script one more article can be added, and nothing written is lost', async () => {
  const html = await pageOf(WASTE);
  const hidden = { key: formOf(html, 'key'), opened: formOf(html, 'opened') };
  const body = new URLSearchParams({ ...hidden, ...written, add: 'answers.also' });
  const longer = await stack.fetch(WASTE, { method: 'POST', body });
  expect(longer.status).toBe(200);
  const page = await longer.text();
  expect(page).toContain('name="answers.also.0.article"');
  expect(page).toContain('夏天垃圾放两天就臭,四十八小时太长。</textarea>');
  expect(page).toContain('data-open="also"');
  expect(page).toContain('formaction="#answers-also-1"');
  const twice = await postFrom(WASTE, { ...written, 'answers.also.0.article': 'a22', 'answers.also.0.reason': '好' });
  expect(twice.status).toBe(422);
  expect(await twice.text()).toContain('href="#answers-also-0-stance"');
});

test('a draft that is not there is a page that says so', async () => {
  expect((await stack.fetch('/wanrong/drafts/hd-moon-2026')).status).toBe(404);
  expect((await stack.fetch('/wenxi/drafts')).status).toBe(404);
});
