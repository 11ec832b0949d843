import { expect, test } from 'vitest';
import { noteFor } from '../../src/routes/console/held.tsx';
import { siteById } from '../../src/sites/index.ts';

const site = siteById('wanrong');
if (!site) throw new Error('no county');

const line = (receipt: string, is: 'goes' | 'under-way') => ({
  receipt,
  kind: 'petition',
  state: 'closed',
  verdict: { is },
});
const [goes, stays] = [{ is: 'goes' }, { is: 'under-way' }] as const;

test('what others deal with is counted in the words to the person, and not named', () => {
  expect(noteFor('give', { lines: [line('WR-A', 'goes')], others: [goes] }, site)).toContain('共 2 件');
  expect(
    noteFor('erase', { lines: [line('WR-A', 'goes'), line('WR-B', 'under-way')], others: [goes, stays] }, site),
  ).toBe(
    '您好。以下 1 件的内容和您的个人信息已删除: WR-A。您另外 1 件的内容和个人信息也已删除。以下不能删除: WR-B(还在办理, 办完以后可以再申请)、另外 1 件。',
  );
  expect(noteFor('erase', { lines: [], others: [goes] }, site)).toBe('您好。您有 1 件的内容和个人信息已删除。');
  expect(noteFor('erase', { lines: [], others: [] }, site)).toBe('您好。您的事项现在都不能删除。');
});
