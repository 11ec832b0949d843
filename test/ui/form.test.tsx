import { expect, test } from 'vitest';
import { group, list, text } from '../../src/lib/fields/index.ts';
import { ErrorSummary } from '../../src/ui/error-summary.tsx';
import { FieldsView } from '../../src/ui/fields.tsx';
import { FormFrame } from '../../src/ui/form-frame.tsx';
import { HelpNearby } from '../../src/ui/help-nearby.tsx';
import { Step, Steps } from '../../src/ui/steps.tsx';
import { drawn } from './drawn.ts';

const same = (text: string) => ({ zh: text, en: text });
const reason = text({ label: same('理由'), max: 20 });
const view = { lang: 'en', elder: true, embed: true, path: '/wanrong/petition' } as const;

test('a form posts to itself and stays in its language, type size and frame', () => {
  const html = drawn(
    FormFrame({ view, action: '/wanrong/petition', keepAs: 'wanrong/petition', hidden: { key: 'k"1' } }),
  );
  expect(html).toContain('method="post" action="/wanrong/petition?lang=en&amp;elder=1&amp;embed=1"');
  expect(html).toContain('name="key" value="k&quot;1"');
});

test('the field no person sees is out of the way of keyboard and reader', () => {
  const html = drawn(FormFrame({ view, action: '/w', keepAs: 'w', decoy: 'website' }));
  expect(html).toMatch(/aria-hidden="true".*name="website" tabindex="-1" autocomplete="off"/s);
});

test('without script all groups stand on one page, under headings', () => {
  const html = drawn(
    <Steps lang="zh" send={{ label: '提交诉求', follows: '提交后可凭编号查询' }}>
      <Step id="what" title="什么事">
        a
      </Step>
      <Step id="who" title="怎么联系您">
        b
      </Step>
    </Steps>,
  );
  expect(html.match(/<h2/g)).toHaveLength(3);
  expect(html).not.toMatch(/<section[^>]*hidden/);
  expect(html).toContain('提交诉求</button>');
});

test('each line of the summary leads to its question, an item of several to the question it is in', () => {
  const problems = [
    { path: 'answers.title', message: '请填写标题' },
    { path: 'answers.undertakings.0', message: '请重新选择' },
  ];
  const html = drawn(ErrorSummary({ problems, lang: 'zh' }));
  expect(html).toContain('<a href="#answers-title">请填写标题</a>');
  expect(html).toContain('<a href="#answers-undertakings">');
  expect(html).toContain('还有 2 处要改');
  expect(html).toContain('tabindex="-1"');
});

test('no problem, no summary', () => {
  expect(ErrorSummary({ problems: [], lang: 'zh' })).toBeNull();
});

test('repeated groups are drawn item by item, with a button for one more until the limit', () => {
  const fields = { answers: group({ also: list({ reason }, 2, same('条')) }) };
  const draw = (also: unknown[]) => drawn(FieldsView({ fields, values: { answers: { also } }, lang: 'zh' }));
  expect(draw([])).toContain('name="add" value="answers.also"');
  expect(draw([{ reason: '太远' }])).toContain('name="answers.also.0.reason"');
  expect(draw([{ reason: '太远' }])).toContain('value="太远"');
  expect(draw([{}, {}])).not.toContain('name="add"');
});

test('help nearby is one tap away', () => {
  expect(drawn(HelpNearby({ who: '古城联络站', phone: '0359-0000001', lang: 'zh' }))).toContain(
    'href="tel:0359-0000001"',
  );
});
