import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { busySentence, freePort, isBusy, localPorts } from '../../scripts/ports.ts';

test('PORT moves the product and the stand-in county page beside it', () => {
  expect(localPorts(undefined)).toEqual({ worker: 8787, county: 8788 });
  expect(localPorts('9000')).toEqual({ worker: 9000, county: 9001 });
});

test.each(['abc', '0', '65535', '80.5'])('PORT=%s is refused', (port) => {
  expect(() => localPorts(port)).toThrow(`PORT=${port}`);
});

test('a port that somebody holds is seen, and free again once they let go', async () => {
  const port = await freePort();
  const holder = createServer();
  await new Promise<void>((resolve) => void holder.listen(port, '127.0.0.1', resolve));
  expect(await isBusy(port)).toBe(true);
  await new Promise((resolve) => void holder.close(resolve));
  expect(await isBusy(port)).toBe(false);
});

test('a busy port is one sentence with the command that goes round it', () => {
  const sentence = busySentence(8788, 8787);
  expect(sentence).toContain('端口 8788 已被占用');
  expect(sentence).toContain('PORT=8887 npm start');
  expect(sentence).not.toContain('\n');
});
