import { expect, test } from 'vitest';
import { supplierFor } from '../../src/notify/route.ts';
import { invented } from './waiting.ts';

const real = invented({ id: 'carrier', channels: ['sms'] });
const mailer = invented({ id: 'mailer', channels: ['email'] });
const box = invented({ id: 'box', real: false });

test('a message goes to the first supplier of its channel', () => {
  expect(supplierFor({ channel: 'sms', demo: false }, [mailer, real, box])?.id).toBe('carrier');
  expect(supplierFor({ channel: 'email', demo: false }, [real, mailer])?.id).toBe('mailer');
});

test('a message of a demo case goes only where nothing leaves, or nowhere', () => {
  expect(supplierFor({ channel: 'sms', demo: true }, [real, box])?.id).toBe('box');
  expect(supplierFor({ channel: 'sms', demo: true }, [real, mailer])).toBeUndefined();
});
