import type { SupplierKind } from '../define.ts';
import { aliyunSms } from './aliyun-sms.ts';
import { cloudflareEmail } from './cloudflare-email.ts';
import { mailbox } from './mailbox.ts';
import { relay } from './relay.ts';
import { resend } from './resend.ts';
import { smtp } from './smtp.ts';
import { tencentSms } from './tencent-sms.ts';

/** Every supplier, in the order they are tried where a site names none. A new one is a file here and a line. */
export const supplierKinds: readonly SupplierKind[] = [
  relay,
  aliyunSms,
  tencentSms,
  resend,
  cloudflareEmail,
  smtp,
  mailbox,
];
