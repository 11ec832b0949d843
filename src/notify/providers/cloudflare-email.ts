import { defineSupplier } from '../define.ts';
import { oneLine } from '../mail/address.ts';
import { meaningOf, type ReplyCodes } from '../outcome.ts';
import { sender, senderName } from '../setting-schemas.ts';

/** Cloudflare Email Service, codes of the errors its binding throws (domain.md §11, CF-4). */
export const cloudflareCodes: ReplyCodes = {
  E_RATE_LIMIT_EXCEEDED: 'limit',
  E_INTERNAL_SERVER_ERROR: 'retry',
  E_DAILY_LIMIT_EXCEEDED: 'configuration',
  E_SENDER_NOT_VERIFIED: 'configuration',
  E_SENDER_DOMAIN_NOT_AVAILABLE: 'configuration',
  E_RECIPIENT_NOT_ALLOWED: 'configuration',
  E_HEADER_NOT_ALLOWED: 'configuration',
  E_HEADER_USE_API_FIELD: 'configuration',
  E_HEADER_NAME_INVALID: 'configuration',
  E_HEADERS_TOO_LARGE: 'configuration',
  E_HEADERS_TOO_MANY: 'configuration',
  E_HEADER_VALUE_INVALID: 'refused',
  E_HEADER_VALUE_TOO_LONG: 'refused',
  E_VALIDATION_ERROR: 'refused',
  E_FIELD_MISSING: 'refused',
  E_TOO_MANY_RECIPIENTS: 'refused',
  E_RECIPIENT_SUPPRESSED: 'refused',
  E_CONTENT_TOO_LARGE: 'refused',
  E_DELIVERY_FAILED: 'refused',
};

/** Cloudflare's own e-mail. It knows no idempotency, and errors without a code of the list prove nothing. */
export const cloudflareEmail = defineSupplier({
  id: 'cloudflare-email',
  name: { zh: 'Cloudflare 邮件', en: 'Cloudflare e-mail' },
  channels: ['email'],
  real: true,
  idempotent: false,
  needs: 'platformMail',
  settings: {
    from: {
      env: 'CLOUDFLARE_EMAIL_FROM',
      about: {
        zh: '用 Cloudflare 发邮件的发件地址; 另须在 wrangler.toml 绑定 [[send_email]]',
        en: 'sender’s address for Cloudflare e-mail; needs a [[send_email]] binding too',
      },
      secret: false,
      schema: sender,
    },
  },
  async send(message, { settings: { from }, platformMail, patienceMs }) {
    if (!platformMail) return { is: 'configuration', code: 'binding.missing' };
    const mail = {
      from: { email: from, name: oneLine(senderName(message)) },
      to: message.to,
      subject: oneLine(message.subject ?? ''),
      text: message.text,
      html: message.html,
    };
    const late = Promise.withResolvers<null>();
    const timer = setTimeout(() => late.resolve(null), patienceMs);
    try {
      const sent = await Promise.race([platformMail.send(mail), late.promise]);
      return sent ? { is: 'sent', supplierId: sent.messageId } : { is: 'unknown', code: 'net.timeout' };
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'net.lost';
      return meaningOf(cloudflareCodes, code, 'unknown');
    } finally {
      clearTimeout(timer);
    }
  },
});
