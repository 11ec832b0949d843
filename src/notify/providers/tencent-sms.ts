import * as v from 'valibot';
import { parsePhone } from '../../lib/identifiers/phone.ts';
import { defineSupplier, type At } from '../define.ts';
import { exchange, readReply, type Reply } from '../exchange.ts';
import type { NotSent, ReplyCodes } from '../outcome.ts';
import { approved, endpoint, required, templateMap } from '../setting-schemas.ts';
import { signTc3, TC3_CONTENT_TYPE } from '../signing/tc3.ts';
import { chineseTime, outcomeOf, unsignedReports } from '../sms-api.ts';
import { isTemplate, templates } from '../templates.ts';

/** Tencent Cloud SMS 2021-01-11 (domain.md §10.2, TX-3 and TX-4; `Serivce` is their spelling). */
export const tencentCodes: ReplyCodes = {
  'LimitExceeded.PhoneNumberThirtySecondLimit': 'limit',
  'LimitExceeded.PhoneNumberOneHourLimit': 'limit',
  'LimitExceeded.PhoneNumberDailyLimit': 'limit',
  'LimitExceeded.PhoneNumberSameContentDailyLimit': 'limit',
  'LimitExceeded.DeliveryFrequencyLimit': 'limit',
  'LimitExceeded.AppDailyLimit': 'limit',
  'LimitExceeded.PhoneNumberCountLimit': 'refused',
  'InvalidParameterValue.IncorrectPhoneNumber': 'refused',
  'InvalidParameterValue.TemplateParameterFormatError': 'refused',
  'InvalidParameterValue.TemplateParameterLengthLimit': 'refused',
  'InvalidParameterValue.ProhibitedUseUrlInTemplateParameter': 'refused',
  'InvalidParameterValue.ContentLengthLimit': 'refused',
  'FailedOperation.PhoneNumberInBlacklist': 'refused',
  'FailedOperation.ContainSensitiveWord': 'refused',
  'InvalidParameterValue.SdkAppIdNotExist': 'configuration',
  'FailedOperation.SignatureIncorrectOrUnapproved': 'configuration',
  'FailedOperation.TemplateIncorrectOrUnapproved': 'configuration',
  'FailedOperation.InsufficientBalanceInSmsPackage': 'configuration',
  'FailedOperation.MarketingSendTimeConstraint': 'configuration',
  'UnauthorizedOperation.RequestIpNotInWhitelist': 'configuration',
  'UnauthorizedOperation.SerivceSuspendDueToArrears': 'configuration',
  'UnauthorizedOperation.SdkAppIdIsDisabled': 'configuration',
  'UnauthorizedOperation.SmsSdkAppIdVerifyFail': 'configuration',
  'AuthFailure.SignatureFailure': 'configuration',
  'AuthFailure.SignatureExpire': 'configuration',
  'AuthFailure.SecretIdNotFound': 'configuration',
  // Our clock is more than ten minutes off.
  'InternalError.RequestTimeException': 'configuration',
  // Lost inside their house, on one side of acceptance or the other.
  'InternalError.Timeout': 'unknown',
  'InternalError.SendAndRecvFail': 'unknown',
};

const failure = v.looseObject({ Response: v.looseObject({ Error: v.looseObject({ Code: v.string() }) }) });
const sent = v.looseObject({
  Response: v.looseObject({
    SendStatusSet: v.tuple([v.looseObject({ Code: v.string(), SerialNo: v.optional(v.string()) })]),
  }),
});
const status = v.looseObject({
  SerialNo: v.string(),
  ReportStatus: v.string(),
  Description: v.optional(v.string(), ''),
  SessionContext: v.optional(v.string()),
});
const statuses = v.looseObject({ Response: v.looseObject({ PullSmsSendStatusSet: v.array(status) }) });
const report = v.looseObject({
  user_receive_time: v.string(),
  mobile: v.string(),
  report_status: v.picklist(['SUCCESS', 'FAIL']),
  errmsg: v.string(),
  sid: v.string(),
});

const settings = {
  secretId: {
    env: 'TENCENT_SMS_SECRET_ID',
    about: { zh: '腾讯云短信 SecretId', en: 'Tencent Cloud SMS: SecretId' },
    secret: true,
    schema: required,
  },
  secretKey: {
    env: 'TENCENT_SMS_SECRET_KEY',
    about: { zh: '它的密钥', en: 'its SecretKey' },
    secret: true,
    schema: required,
  },
  appId: {
    env: 'TENCENT_SMS_APP_ID',
    about: { zh: '应用 SdkAppId', en: 'SmsSdkAppId of the application' },
    secret: false,
    schema: v.pipe(v.string(), v.digits()),
  },
  templates: {
    env: 'TENCENT_SMS_TEMPLATES',
    about: {
      zh: '同 ALIYUN_SMS_TEMPLATES; {1}、{2} 依本产品模板的参数顺序',
      en: 'like ALIYUN_SMS_TEMPLATES; {1}, {2} follow the order of our template’s own parameters',
    },
    secret: false,
    schema: templateMap,
  },
  region: {
    env: 'TENCENT_SMS_REGION',
    about: { zh: '地域, 默认 ap-guangzhou', en: 'region, ap-guangzhou by default' },
    secret: false,
    schema: v.optional(v.pipe(v.string(), v.regex(/^[a-z]+-[a-z]+$/)), 'ap-guangzhou'),
  },
  url: {
    env: 'TENCENT_SMS_URL',
    about: { zh: '接口地址, 一般不必设', en: 'its address; seldom set' },
    secret: false,
    schema: v.optional(endpoint, 'https://sms.tencentcloudapi.com'),
  },
} as const;

async function call(action: string, body: object, at: At<typeof settings>): Promise<Reply | NotSent> {
  const { url, region, secretId, secretKey } = at.settings;
  const payload = JSON.stringify(body);
  const timestamp = Math.floor(at.clock.now() / 1000);
  const { host } = new URL(url);
  const { authorization } = await signTc3({ host, service: 'sms', action, timestamp, payload, secretId, secretKey });
  const headers = {
    'content-type': TC3_CONTENT_TYPE,
    'x-tc-action': action,
    'x-tc-version': '2021-01-11',
    'x-tc-timestamp': String(timestamp),
    'x-tc-region': region,
    authorization,
  };
  return exchange(at, url, { method: 'POST', headers, body: payload }, false);
}

/** Tencent Cloud SMS. It knows no idempotency either. */
export const tencentSms = defineSupplier({
  id: 'tencent-sms',
  name: { zh: '腾讯云短信', en: 'Tencent Cloud SMS' },
  channels: ['sms'],
  real: true,
  idempotent: false,
  settings,
  approved: (text, { templates }) => approved(templates, text),
  async send(message, at) {
    const theirs = approved(at.settings.templates, message);
    const number = parsePhone(message.to);
    if (!theirs || !isTemplate(message.template)) return { is: 'configuration', code: 'template.not-mapped' };
    if (!number) return { is: 'refused', code: 'number.malformed' };
    const body = {
      PhoneNumberSet: [number.e164],
      SmsSdkAppId: at.settings.appId,
      SignName: theirs.signature,
      TemplateId: theirs.template,
      TemplateParamSet: templates[message.template].params.map((name) => message.params[name] ?? ''),
      SessionContext: message.id,
    };
    return outcomeOf(await call('SendSms', body, at), {
      codes: tencentCodes,
      good: 'Ok',
      said(reply) {
        const failed = readReply(failure, reply)?.Response.Error;
        const [one] = readReply(sent, reply)?.Response.SendStatusSet ?? [];
        if (failed) return { code: failed.Code };
        return one ? { code: one.Code, supplierId: one.SerialNo } : null;
      },
      theirs: ({ code }) => /^(InternalError|ResourceUnavailable)/.test(code),
    });
  },
  async query({ message, sentAt }, at) {
    const body = {
      BeginTime: Math.floor(sentAt / 1000) - 60,
      EndTime: Math.floor(at.clock.now() / 1000),
      Offset: 0,
      Limit: 100,
      PhoneNumber: parsePhone(message.to)?.e164,
      SmsSdkAppId: at.settings.appId,
    };
    const reply = await call('PullSmsSendStatusByPhoneNumber', body, at);
    if (reply.is !== 'reply') return { is: 'silent', code: reply.code };
    const found = readReply(statuses, reply)?.Response.PullSmsSendStatusSet.find(
      ({ SessionContext }) => SessionContext === message.id,
    );
    // Only what a carrier has reported on is listed: that a message is missing proves nothing.
    if (!found) return { is: 'silent', code: 'not.reported' };
    const { SerialNo: supplierId, Description: code } = found;
    return found.ReportStatus === 'SUCCESS'
      ? { is: 'delivered', supplierId }
      : { is: 'undelivered', code: code || 'unnamed', supplierId };
  },
  // TX-6.
  receipts: unsignedReports(report, '{"result":0,"errmsg":"OK"}', (one) => ({
    supplierId: one.sid,
    to: parsePhone(one.mobile)?.kept,
    is: one.report_status === 'SUCCESS' ? 'delivered' : 'undelivered',
    code: one.errmsg,
    at: chineseTime(one.user_receive_time),
  })),
});
