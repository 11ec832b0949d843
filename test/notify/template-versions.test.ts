import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fromRoot } from '../../scripts/root.ts';
import { approved, templateMap } from '../../src/notify/setting-schemas.ts';
import { isVersionedName, templates, versionedName, type Template } from '../../src/notify/templates.ts';
import * as v from 'valibot';

/** Fingerprints of the words of each template, by the name of its version; suppliers approved exactly these. */
const FILE = fromRoot('test', 'notify', 'template-versions.json');
const known = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, string>;

const fingerprint = ({ params, sms, email }: Template): string =>
  createHash('sha256').update(JSON.stringify({ params, sms, email })).digest('base64url').slice(0, 16);
const today = Object.fromEntries(
  Object.values<Template>(templates).map((template) => [versionedName(template), fingerprint(template)]),
);

test('words that a supplier has approved do not change: a changed text has the next version', () => {
  // Written anew by `RECORD=1 vitest run --project unit test/notify/template-versions.test.ts` after raising a version.
  if (process.env['RECORD'] === '1') {
    const added = Object.entries(today).filter(([name]) => !(name in known));
    writeFileSync(FILE, `${JSON.stringify({ ...known, ...Object.fromEntries(added) }, null, 2)}\n`);
  }
  const recorded = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, string>;
  expect(Object.fromEntries(Object.keys(today).map((name) => [name, recorded[name]]))).toEqual(today);
});

const text = (names: Record<string, { zh: string }>) =>
  v.parse(templateMap, JSON.stringify({ wanrong: { signature: '万荣演示', templates: names } }));

test('an id approved for the words of before does not serve for those of today', () => {
  expect([versionedName({ id: 'received' }), versionedName({ id: 'received', version: 3 })]).toEqual([
    'received',
    'received@3',
  ]);
  expect([isVersionedName('received'), isVersionedName('received@2'), isVersionedName('nothing')]).toEqual([
    true,
    false,
    false,
  ]);
  const asked = { site: 'wanrong', template: 'received', lang: 'zh' } as const;
  expect(approved(text({ received: { zh: 'SMS_1' } }), asked)).toEqual({ signature: '万荣演示', template: 'SMS_1' });
  expect(approved(text({ accepted: { zh: 'SMS_2' } }), asked)).toBeNull();
});
