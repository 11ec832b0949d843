import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pledgeBody } from '../harness/bodies.ts';
import { clientOf, mailFor, problemsOf } from '../harness/client.ts';
import { hiddenIn, pledgesOn, type Pair } from '../harness/pledges.ts';
import { startStack, type Stack } from '../harness/stack.ts';

let stack: Stack;
let jishan: ReturnType<typeof pledgesOn>;
beforeAll(async () => {
  stack = await startStack();
  jishan = pledgesOn(stack);
});
afterAll(() => stack.stop());

describe('joining', () => {
  test('a mini-program reads what one may pledge, word for word', async () => {
    const { body } = await clientOf(stack, 'jishan').get('/campaigns');
    expect(body).toMatchObject({
      campaigns: [
        {
          id: 'jishan-xinfeng',
          title: '「抵制高价彩礼,从我做起」承诺(演示)',
          version: 'v1',
          undertakings: [
            { id: 'bride-price', text: '尊重子女意愿,不索要高额彩礼,不利用婚姻敛财。' },
            { id: 'simple-celebrations' },
            { id: 'good-customs' },
          ],
        },
      ],
    });
    expect((await clientOf(stack, 'wanrong').get('/campaigns')).body).toEqual({ campaigns: [] });
  });

  test('it signs for a resident: a receipt, a message, and no date, since neither law nor site sets one', async () => {
    const sent = await jishan.post('pledges', pledgeBody({ unit: '某镇政府' }));
    expect(sent).toMatchObject({ status: 201, body: { kind: 'pledge', state: 'received', due: null } });
    const { receipt, code } = sent.body as unknown as Pair;
    expect(receipt).toMatch(/^JS-/);
    expect((await mailFor(stack, receipt))[0]?.text).toContain(`编号${receipt},查询码${code}`);
    expect((await jishan.post('status', { receipt, code })).body).toMatchObject({
      kind: 'pledge',
      state: 'received',
      due: null,
      timeline: [{ event: 'received' }],
      actions: [{ id: 'withdraw', label: '撤回承诺并删除', href: '/jishan/status/withdraw' }],
    });
    const kept = await jishan.rowOf('SELECT title, answers, frozen, subject FROM cases WHERE receipt = ?', receipt);
    expect(kept).toMatchObject({ title: '', subject: 'jishan-xinfeng', frozen: '{"version":"v1"}' });
    expect(JSON.parse(String(kept?.['answers']))).toMatchObject({ answers: { public: false } });
    expect(JSON.stringify(kept)).not.toContain('某镇政府');
  });

  test('what is wrong is named where it stands', async () => {
    const wrong = { campaign: 'elsewhere', undertakings: ['bride-price', 'x', 'good-customs'], unit: '村'.repeat(101) };
    expect(problemsOf(await jishan.post('pledges', pledgeBody(wrong)))).toEqual([
      'answers.campaign field.invalid',
      'answers.undertakings.1 field.invalid',
      'answers.unit field.too-long',
    ]);
  });

  test('where a county has no pledge, there is neither page nor address', async () => {
    expect((await stack.fetch('/wanrong/pledge')).status).toBe(404);
    expect(await clientOf(stack).post('pledges', pledgeBody())).toMatchObject({
      status: 404,
      body: { code: 'form.closed' },
    });
    expect((await stack.fetch('/jishan/pledge/elsewhere')).status).toBe(404);
    expect((await stack.fetch('/jishan/pledge/jishan-xinfeng')).status).toBe(200);
  });

  test('the page says in full what one undertakes, and that it costs nothing and can be withdrawn', async () => {
    const html = await jishan.page();
    for (const words of [
      '尊重子女意愿,不索要高额彩礼,不利用婚姻敛财。',
      '遵守规定,控制人情往来,不滥发请柬,不攀比,不铺张。',
      '以德治家、言传身教,反对天价彩礼、大操大办。',
      '自愿填写,随时可以撤回并删除。不收费、不转发、不排名。',
    ]) {
      expect(html).toContain(words);
    }
    expect(html).not.toContain('name="answers.campaign"');
    expect(await jishan.page('?lang=en')).toContain('Refuse high bride prices');
  });

  test('without a script one form does it: too quick is asked again, a missed tick keeps the rest, then the receipt', async () => {
    const hidden = hiddenIn(await jishan.page());
    const undertakings = ['bride-price', 'simple-celebrations', 'good-customs'];
    const filled = {
      ...hidden,
      'answers.undertakings': undertakings,
      'contact.name': '段某(示例)',
      'contact.phone': '15400000302',
      'answers.unit': '某卫生院',
      'answers.public': 'true',
      'consent.privacy': 'true',
    };
    const quick = await jishan.postForm('/jishan/pledge', filled);
    expect(quick.status).toBe(422);
    expect(await quick.text()).toContain('请核对一遍再提交');
    await new Promise((resolve) => setTimeout(resolve, 2100));
    const missed = await jishan.postForm('/jishan/pledge', {
      ...filled,
      'answers.undertakings': undertakings.slice(1),
    });
    expect(missed.status).toBe(422);
    const again = await missed.text();
    expect(again).toContain('href="#answers-undertakings"');
    expect(again).toContain('value="某卫生院"');
    const done = await jishan.postForm('/jishan/pledge', filled);
    expect(done.status).toBe(303);
    const receipt = await (await stack.fetch(done.headers.get('location') ?? '')).text();
    expect(receipt).toContain('想撤回, 随时可以。');
    expect(receipt).toContain('凭这两样随时可以查看');
    expect(receipt).toContain('法律和本站都没有规定办理日期');
    expect(receipt).toMatch(/JS-\w{5}-\w{5}/);
    expect(await jishan.wall()).toContain('段某 · 某卫生院');
  });
});

describe('the wall', () => {
  test('names those who wish it, by surname and unit, newest first', async () => {
    await jishan.signed({ unit: '某中学', public: true }, '柴某(示例)');
    await jishan.signed({ unit: '某村' }, '杨某(示例)');
    await jishan.signed({ public: true }, '欧阳某某(示例)');
    await jishan.signed({ unit: '<b>某企业</b>', public: true }, '黄某(示例)');
    const lines = await jishan.wall();
    expect(lines.slice(0, 3)).toEqual(['黄某 · &lt;b&gt;某企业&lt;/b&gt;', '欧阳某', '柴某 · 某中学']);
    expect(lines.join()).not.toContain('杨');
  });

  test('stops at fifty', async () => {
    await stack.db
      .execute(`INSERT INTO cases (id, site, kind, receipt, code_hash, state, seq, submitted_at, lang, title,
        answers, subject, fingerprint, privacy_version)
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)
      SELECT 'old-' || i, 'jishan', 'pledge', 'JS-OLD-' || i, '', 'received', 1, 0, 'zh', '原某 · 某小学', '{}',
        'jishan-xinfeng', '', '' FROM n`);
    expect(await jishan.wall()).toHaveLength(50);
    await stack.db.execute(`DELETE FROM cases WHERE receipt LIKE 'JS-OLD-%'`);
  });

  test('shows nothing that was judged spam', async () => {
    const { receipt } = await jishan.signed({ unit: '某供电所', public: true }, '武某(示例)');
    expect(await jishan.wall()).toContain('武某 · 某供电所');
    await stack.db.execute({ sql: 'UPDATE cases SET spam = 1 WHERE receipt = ?', args: [receipt] });
    expect(await jishan.wall()).not.toContain('武某 · 某供电所');
  });
});

test('with the database gone the page still opens, says so of the list, and comes back with it', async () => {
  await stack.stopDatabase();
  const response = await stack.fetch('/jishan/pledge');
  const html = await response.text();
  await stack.startDatabase();
  expect(response.status).toBe(200);
  expect(html).toContain('名单暂时看不到');
  expect(html).toContain('带头抵制高价彩礼');
  expect((await jishan.wall()).length).toBeGreaterThan(0);
});
