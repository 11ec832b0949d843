import * as v from 'valibot';
import type { Words } from '../lib/words.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
/** Null: counted, not held back. */
const pace = v.nullable(count);

interface Limit {
  label: Words;
  /** What happens above it. */
  above: Words;
  schema: v.GenericSchema;
}

const waits: Words = { zh: '等到有空位再发', en: 'waits until there is room' };
const told: Words = { zh: '不发, 办理员打电话', en: 'is not sent: the desk calls' };
const ends: Words = {
  zh: '不发, 办理员打电话, 有邮箱的改发邮件',
  en: 'is not sent: the desk calls, and the other channel is tried',
};

/**
 * The limits of a county's messages. Minute, hour and country hold for every SMS, codes and officers' notices among them:
 * suppliers hold back the very same (ALI-4: 1 a minute, 5 an hour). The days hold for what somebody outside can cause, a
 * new code above all: that is how numbers are pumped (security.md §5.9). What an officer sends is owed by law, so it is only
 * counted. Each county counts for itself: it may have a database of its own, and no query crosses sites.
 */
export const messageLimits = {
  perNumberPerMinute: {
    label: { zh: '同一号码每分钟的短信', en: 'SMS to one number a minute' },
    above: waits,
    schema: pace,
  },
  perNumberPerHour: {
    label: { zh: '同一号码每小时的短信', en: 'SMS to one number an hour' },
    above: waits,
    schema: pace,
  },
  perAddressPerDay: {
    label: { zh: '同一号码或邮箱每天', en: 'To one number or address a day' },
    above: ends,
    schema: count,
  },
  perSitePerDay: { label: { zh: '全站每天', en: 'Of the whole site a day' }, above: told, schema: count },
  countries: {
    label: { zh: '可以发短信的国家和地区', en: 'Country codes that get SMS' },
    above: ends,
    schema: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[1-9]\d{0,2}$/))), v.minLength(1)),
  },
} as const satisfies Record<string, Limit>;

export type MessageLimits = {
  [K in keyof typeof messageLimits]: v.InferOutput<(typeof messageLimits)[K]['schema']>;
};

/** What holds where a county says nothing else (security.md §5.9). */
export const usualLimits: MessageLimits = {
  perNumberPerMinute: 1,
  perNumberPerHour: 5,
  perAddressPerDay: 5,
  perSitePerDay: 2000,
  countries: ['86'],
};
