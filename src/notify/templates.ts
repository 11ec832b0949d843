import { say, type Lang, type Words } from '../lib/words.ts';
import type { Channel } from './message.ts';
import { identity } from './identity.ts';
import { progress } from './progress.ts';
import { staffTemplates } from './staff-templates.ts';

/**
 * Every message this product sends. None carries a subject or a word of what a resident wrote: suppliers forbid the
 * themes (domain.md §0.3), and a phone is read by others.
 */
export interface Template {
  id: string;
  /** What happened that it is sent. */
  when: Words;
  /** Raised by one whenever a word or parameter of it changes: what a supplier approved was the text of before. Absent: 1. */
  version?: number;
  /** Parameters the words need, all typed by the caller. */
  params: readonly string[];
  /** Somebody sits and waits for its code: of several messages for one number it goes first. */
  awaited?: true;
  /**
   * Anybody outside can have its code sent to a number that need not be theirs, and whoever asked has to type it back: by
   * how few do, numbers being pumped are known. No receipt is (most are never looked up), nor what staff send, who are signed in.
   */
  typedBack?: true;
  sms: Words;
  /** `params`: what it names beside those of both. */
  email: { subject: Words; text: Words; params?: readonly string[] };
}

/** The parameters a template names in one channel. */
export const paramsOf = ({ params, email }: Pick<Template, 'params' | 'email'>, channel: Channel): readonly string[] =>
  channel === 'email' ? [...params, ...(email.params ?? [])] : params;

const define = <const T extends Template>(template: T): T => template;

export const templates = {
  received: define({
    id: 'received',
    when: { zh: '收到事项以后', en: 'Once something was submitted' },
    params: ['number', 'code', 'phone'],
    sms: {
      zh: '您提交的事项已收到,编号{number},查询码{code}。请保存,勿告诉他人。问询{phone}。',
      en: 'We have received your submission. Number {number}, code {code}. Keep them to yourself. Questions: {phone}.',
    },
    email: {
      subject: { zh: '您提交的事项已收到,编号{number}', en: 'We have received your submission {number}' },
      text: {
        zh: '您好。\n\n您提交的事项已收到。\n\n编号: {number}\n查询码: {code}\n\n请保存好编号和查询码, 不要告诉他人。凭这两样可以随时查询办理情况, 也可以请联络站工作人员帮您查。\n\n问询电话: {phone}',
        en: 'Hello,\n\nWe have received your submission.\n\nNumber: {number}\nCode: {code}\n\nPlease keep both to yourself. With them you can look up how it is going at any time.\n\nQuestions: {phone}',
      },
    },
  }),
  'received-quiet': define({
    id: 'received-quiet',
    when: { zh: '收到检举控告以后, 不提编号', en: 'Once a report was submitted; names no number' },
    params: [],
    sms: { zh: '您提交的事项已收到。', en: 'We have received your submission.' },
    email: {
      subject: { zh: '您提交的事项已收到', en: 'We have received your submission' },
      text: { zh: '您好。\n\n您提交的事项已收到。', en: 'Hello,\n\nWe have received your submission.' },
    },
  }),
  'new-code': define({
    id: 'new-code',
    when: { zh: '要了新的查询码', en: 'A new code was asked for' },
    params: ['number', 'code'],
    awaited: true,
    typedBack: true,
    sms: {
      zh: '编号{number}的新查询码为{code}。不是您本人操作请不要理会。',
      en: 'The new code for {number} is {code}. If you did not ask for it, please ignore this message.',
    },
    email: {
      subject: { zh: '编号{number}的新查询码', en: 'New code for {number}' },
      text: {
        zh: '您好。\n\n编号: {number}\n新查询码: {code}\n\n旧的查询码已经不能再用。不是您本人操作请不要理会。',
        en: 'Hello,\n\nNumber: {number}\nNew code: {code}\n\nThe old code no longer works. If you did not ask for it, please ignore this message.',
      },
    },
  }),
  'new-code-quiet': define({
    id: 'new-code-quiet',
    when: { zh: '检举控告要了新的查询码', en: 'A new code for a report was asked for' },
    params: ['code'],
    awaited: true,
    typedBack: true,
    sms: {
      zh: '您的新查询码为{code}。不是您本人操作请不要理会。',
      en: 'Your new code is {code}. If you did not ask for it, please ignore this message.',
    },
    email: {
      subject: { zh: '您的新查询码', en: 'Your new code' },
      text: {
        zh: '您好。\n\n新查询码: {code}\n\n旧的查询码已经不能再用。不是您本人操作请不要理会。',
        en: 'Hello,\n\nNew code: {code}\n\nThe old code no longer works. If you did not ask for it, please ignore this message.',
      },
    },
  }),
  'confirm-filing': define({
    id: 'confirm-filing',
    when: { zh: '工作人员代填, 请本人确认', en: 'Staff filed for somebody, who is to confirm' },
    params: ['number', 'code', 'phone'],
    awaited: true,
    sms: {
      zh: '工作人员代您填写了事项{number},确认码{code}。属实请告知工作人员;不属实请打{phone}。',
      en: 'Staff filed {number} for you. If so, tell them the code {code}; if not, call {phone}.',
    },
    email: {
      subject: { zh: '请确认代填的事项{number}', en: 'Please confirm {number}' },
      text: {
        zh: '您好。\n\n工作人员代您填写了事项{number}。\n\n确认码: {code}\n\n属实请告知工作人员; 不属实请打 {phone}。',
        en: 'Hello,\n\nStaff filed {number} for you.\n\nConfirmation code: {code}\n\nIf so, tell them the code; if not, call {phone}.',
      },
    },
  }),
  ...progress,
  ...staffTemplates,
  ...identity,
} as const;

export type TemplateId = keyof typeof templates;

const all: Readonly<Record<string, Template>> = templates;

/** The templates whose codes somebody waits for. */
export const awaited: readonly string[] = Object.keys(all).filter((id) => all[id]?.awaited);

/** The templates whose codes are counted (`codes/`). */
export const typedBack: readonly string[] = Object.keys(all).filter((id) => all[id]?.typedBack);

/** The name suppliers’ ids are listed under: `received`, and `received@2` once its words have changed. */
export const versionedName = ({ id, version = 1 }: Pick<Template, 'id' | 'version'>): string =>
  version === 1 ? id : `${id}@${version}`;

const versionedNames = new Set(
  Object.values<Template>(templates).flatMap(({ id, version = 1 }) =>
    Array.from({ length: version }, (_, before) => versionedName({ id, version: before + 1 })),
  ),
);

/** Whether a template goes, or once went, by this name. */
export const isVersionedName = (name: string): boolean => versionedNames.has(name);

export const isTemplate = (id: string): id is TemplateId => Object.hasOwn(templates, id);

const demoBand: Words = { zh: '演示系统, 不是政府网站', en: 'Demonstration, not a government site' };

export interface Letterhead {
  /** The name in 【】 before an SMS. */
  signature: string;
  siteName: Words;
  demo: boolean;
}

/** The finished SMS: signature, one sentence, and the band on demo sites. */
export function renderSms(id: TemplateId, head: Letterhead, lang: Lang, params: Record<string, string>): string {
  const band = head.demo ? `(${say(demoBand, lang)})` : '';
  return `【${head.signature}】${say(templates[id].sms, lang, params)}${band}`;
}

/** Header values take one line: whatever could start another is dropped. */
const oneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ');

/** The finished e-mail, the same words in text and in HTML of one column, system fonts and nothing from outside. */
export function renderEmail(
  id: TemplateId,
  head: Letterhead,
  lang: Lang,
  params: Record<string, string>,
): { subject: string; text: string; html: string } {
  const { subject, text } = templates[id].email;
  const site = say(head.siteName, lang);
  const band = head.demo ? say(demoBand, lang) : '';
  const body = say(text, lang, params);
  const escaped = [band, body, site].map((part) => part.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`));
  const [bandHtml = '', bodyHtml = '', siteHtml = ''] = escaped;
  const paragraphs = bodyHtml
    .split('\n\n')
    .map((part) => `<p style="margin:0 0 16px">${part.replaceAll('\n', '<br>')}</p>`);
  return {
    subject: oneLine(`${band && `[${band}] `}${say(subject, lang, params)}`),
    text: [band, body, `—— ${site}`].filter(Boolean).join('\n\n'),
    html: `<!doctype html><html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><meta charset="utf-8"><body style="margin:0;padding:24px;font:18px/1.7 system-ui,sans-serif;color:#1b1f23;background:#fff"><div style="max-width:600px;margin:0 auto">${bandHtml && `<p style="margin:0 0 16px;font-weight:bold">${bandHtml}</p>`}${paragraphs.join('')}<p style="margin:24px 0 0">—— ${siteHtml}</p></div></body></html>`,
  };
}
