import * as v from 'valibot';
import { base64url, randomBytes } from '../../lib/bytes.ts';
import { shanghaiDate } from '../../lib/clock.ts';
import { parsePhone } from '../../lib/identifiers/phone.ts';
import { defineSupplier, type At } from '../define.ts';
import { exchange, readReply, type Reply } from '../exchange.ts';
import type { NotSent, ReplyCodes } from '../outcome.ts';
import { approved, endpoint, required, templateMap } from '../setting-schemas.ts';
import { canonicalQuery, signAcs3 } from '../signing/acs3.ts';
import { chineseTime, outcomeOf, unsignedReports } from '../sms-api.ts';

/** Aliyun Dysmsapi 2017-05-25 (domain.md §10.1, ALI-3 and the gateway's own). Every code but OK means: not taken. */
export const aliyunCodes: ReplyCodes = {
  'isp.SYSTEM_ERROR': 'retry',
  'isv.BUSINESS_LIMIT_CONTROL': 'limit',
  'isv.DAY_LIMIT_CONTROL': 'limit',
  'isv.MONTH_LIMIT_CONTROL': 'limit',
  'Throttling.User': 'limit',
  'isv.MOBILE_NUMBER_ILLEGAL': 'refused',
  'isv.MOBILE_COUNT_OVER_LIMIT': 'refused',
  'isv.INVALID_JSON_PARAM': 'refused',
  'isv.INVALID_PARAMETERS': 'refused',
  'isv.PARAM_LENGTH_LIMIT': 'refused',
  'isv.PARAM_NOT_SUPPORT_URL': 'refused',
  'isv.SMS_CONTENT_ILLEGAL': 'refused',
  'isv.BLACK_KEY_CONTROL_LIMIT': 'refused',
  // Our template and theirs disagree: no message of it can go until that is mended.
  'isv.TEMPLATE_MISSING_PARAMETERS': 'configuration',
  'isv.SMS_TEMPLATE_ILLEGAL': 'configuration',
  'isv.SMS_SIGNATURE_ILLEGAL': 'configuration',
  'isv.SMS_SIGN_ILLEGAL': 'configuration',
  'isv.SIGN_STATE_ILLEGAL': 'configuration',
  'isv.SMS_SIGNATURE_SCENE_ILLEGAL': 'configuration',
  'isv.EXTEND_CODE_ERROR': 'configuration',
  'isv.DOMESTIC_NUMBER_NOT_SUPPORTED': 'configuration',
  // Sent from an address outside the mainland, as every Worker's is: only another road helps (domain.md §0.2).
  'isv.DENY_IP_RANGE': 'configuration',
  'isp.RAM_PERMISSION_DENY': 'configuration',
  'isv.PRODUCT_UN_SUBSCRIPT': 'configuration',
  'isv.PRODUCT_UNSUBSCRIBE': 'configuration',
  'isv.ACCOUNT_NOT_EXISTS': 'configuration',
  'isv.ACCOUNT_ABNORMAL': 'configuration',
  'isv.AMOUNT_NOT_ENOUGH': 'configuration',
  'isv.OUT_OF_SERVICE': 'configuration',
  SignatureDoesNotMatch: 'configuration',
  'InvalidTimeStamp.Expired': 'configuration',
  'InvalidTimeStamp.Format': 'configuration',
  'InvalidAccessKeyId.NotFound': 'configuration',
  'InvalidAccessKeyId.Inactive': 'configuration',
  'InvalidApi.NotFound': 'configuration',
  // Something on the way sent our request twice: the first may have been taken.
  SignatureNonceUsed: 'unknown',
};

const sent = v.looseObject({ Code: v.string(), BizId: v.optional(v.string()) });

const detail = v.looseObject({
  OutId: v.optional(v.string()),
  SendStatus: v.number(),
  ErrCode: v.optional(v.string()),
});
const details = v.looseObject({
  Code: v.literal('OK'),
  SmsSendDetailDTOs: v.looseObject({ SmsSendDetailDTO: v.array(detail) }),
});

const report = v.looseObject({
  phone_number: v.string(),
  report_time: v.string(),
  success: v.boolean(),
  err_code: v.optional(v.string()),
  biz_id: v.string(),
  out_id: v.optional(v.nullable(v.string())),
});

const settings = {
  keyId: {
    env: 'ALIYUN_SMS_KEY_ID',
    about: { zh: '阿里云短信 AccessKey ID', en: 'Aliyun SMS: AccessKey id' },
    secret: true,
    schema: required,
  },
  keySecret: {
    env: 'ALIYUN_SMS_KEY_SECRET',
    about: { zh: '它的密钥', en: 'its secret' },
    secret: true,
    schema: required,
  },
  templates: {
    env: 'ALIYUN_SMS_TEMPLATES',
    about: {
      zh: '各县已审核的签名和模板编号 {"县":{"signature":"…","templates":{"received":{"zh":"SMS_1"}}}}',
      en: 'approved signature and template ids by site, template and language, as JSON',
    },
    secret: false,
    schema: templateMap,
  },
  url: {
    env: 'ALIYUN_SMS_URL',
    about: { zh: '接口地址, 一般不必设', en: 'its address; seldom set' },
    secret: false,
    schema: v.optional(endpoint, 'https://dysmsapi.aliyuncs.com'),
  },
} as const;

/** One signed call: everything in the query, an empty body, a nonce of its own. */
async function call(
  action: string,
  query: Readonly<Record<string, string>>,
  at: At<typeof settings>,
): Promise<Reply | NotSent> {
  const url = new URL(at.settings.url);
  const headers = {
    host: url.host,
    'x-acs-action': action,
    'x-acs-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'x-acs-date': new Date(at.clock.now()).toISOString().replace(/\.\d{3}/, ''),
    'x-acs-signature-nonce': base64url(randomBytes(24)),
    'x-acs-version': '2017-05-25',
  };
  const { keyId: accessKeyId, keySecret: accessKeySecret } = at.settings;
  const signing = { method: 'POST', query, headers, body: '', accessKeyId, accessKeySecret };
  const { authorization } = await signAcs3(signing);
  url.search = canonicalQuery(query);
  const { host: _, ...others } = headers;
  return exchange(at, url, { method: 'POST', headers: { ...others, authorization } }, false);
}

/** Aliyun SMS. It knows no idempotency: a repeat is a second message, and a second fee. */
export const aliyunSms = defineSupplier({
  id: 'aliyun-sms',
  name: { zh: '阿里云短信', en: 'Aliyun SMS' },
  channels: ['sms'],
  real: true,
  idempotent: false,
  settings,
  approved: (text, { templates }) => approved(templates, text),
  async send(message, at) {
    const theirs = approved(at.settings.templates, message);
    if (!theirs) return { is: 'configuration', code: 'template.not-mapped' };
    const query = {
      // Abroad: country code and number, without a plus.
      PhoneNumbers: message.to.replace(/^\+/, ''),
      SignName: theirs.signature,
      TemplateCode: theirs.template,
      TemplateParam: JSON.stringify(message.params),
      OutId: message.id,
    };
    return outcomeOf(await call('SendSms', query, at), {
      codes: aliyunCodes,
      good: 'OK',
      said(reply) {
        const read = readReply(sent, reply);
        return read && { code: read.Code, supplierId: read.BizId };
      },
      theirs: (_, { status }) => status >= 500,
    });
  },
  async query({ message, sentAt, supplierId }, at) {
    const query = {
      PhoneNumber: message.to.replace(/^\+/, ''),
      SendDate: shanghaiDate(sentAt).replaceAll('-', ''),
      PageSize: '50',
      CurrentPage: '1',
      ...(supplierId !== undefined && { BizId: supplierId }),
    };
    const reply = await call('QuerySendDetails', query, at);
    if (reply.is !== 'reply') return { is: 'silent', code: reply.code };
    const read = readReply(details, reply);
    if (!read) return { is: 'silent', code: `http.${reply.status}` };
    const found = read.SmsSendDetailDTOs.SmsSendDetailDTO.find(({ OutId }) => OutId === message.id);
    if (!found) return { is: 'absent' };
    // 1 waits for the carrier, 2 failed, 3 delivered.
    if (found.SendStatus === 3) return { is: 'delivered', supplierId };
    if (found.SendStatus === 2) return { is: 'undelivered', code: found.ErrCode ?? 'unnamed', supplierId };
    return { is: 'taken', supplierId };
  },
  // ALI-6.
  receipts: unsignedReports(report, '{"code":0,"msg":"接收成功"}', (one) => ({
    supplierId: one.biz_id,
    ...(one.out_id && { messageId: one.out_id }),
    to: parsePhone(one.phone_number)?.kept,
    is: one.success ? 'delivered' : 'undelivered',
    code: one.err_code ?? null,
    at: chineseTime(one.report_time),
  })),
});
