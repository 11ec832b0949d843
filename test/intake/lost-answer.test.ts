import { afterAll, beforeAll, expect, test } from 'vitest';
import { submit } from '../../src/cases/submit.ts';
import { petition } from '../../src/forms/petition/index.ts';
import { openDesk } from '../../src/intake/desk.ts';
import { direct } from '../../src/intake/direct.ts';
import { grouped } from '../../src/intake/grouped.ts';
import type { Desk } from '../../src/intake/item.ts';
import { wanrong } from '../../src/sites/wanrong.ts';
import { toolsOf } from '../cases/tools.ts';
import { petitionBody } from '../harness/bodies.ts';
import { startDatabase, type TestDatabase } from '../harness/database.ts';
import { deskTools } from './ways.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await startDatabase()), 30_000);
afterAll(() => database.stop());

/** An object that does what it is asked, and whose answer nobody hears. */
const mute = (desk: Desk): Desk => ({
  ...desk,
  take: async (item) => desk.take(item).then(() => Promise.reject(new Error('Network connection lost.'))),
});

test.for(['with a key', 'without'])('an object whose answer is lost costs nobody a receipt: %s', async (how) => {
  const { db, client } = database;
  const desk = mute(openDesk(deskTools({ ...db, close: () => undefined })));
  const outcome = await submit(toolsOf(db, { intake: grouped(() => desk, direct(db, true)) }), {
    form: petition,
    context: { site: wanrong, today: '2026-11-20', drafts: [] },
    raw: petitionBody({ title: `村东头路灯不亮, ${how}` }),
    lang: 'zh',
    ...(how === 'with a key' && { key: 'lost-answer' }),
    sender: { is: 'partner', name: 'mini', perDay: null, limited: false },
  });
  if (!outcome.ok) throw new Error(outcome.error.code);
  const { rows } = await client.execute({
    sql: 'SELECT receipt FROM cases WHERE title = ?',
    args: [`村东头路灯不亮, ${how}`],
  });
  expect(rows.map(({ receipt }) => receipt)).toEqual([outcome.value.answer.receipt]);
});
