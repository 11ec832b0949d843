import { expect, test } from 'vitest';
import { oldNode } from '../../scripts/node-version.mjs';

test.each(['18.20.8', '20.20.2', '22.11.0'])(
  'Node %s is refused in one sentence that says what to install',
  (version) => {
    const sentence = oldNode(version);
    expect(sentence).toContain(version);
    expect(sentence).toContain('请安装 22.12');
    expect(sentence).not.toContain('\n');
  },
);

test.each(['22.12.0', '22.21.1', '24.0.0'])('Node %s is welcome', (version) => {
  expect(oldNode(version)).toBeNull();
});
