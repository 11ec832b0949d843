import * as v from 'valibot';
import { statusOf } from '../../errors.ts';
import { proposalReplies } from './proposal-replies.ts';

/** A remark in the published schema, Chinese first. */
const said = <T>(zh: string, en: string) => v.description<T, string>(`${zh} / ${en}`);

const text = v.string();
const time = v.pipe(text, v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/), said('北京时间', 'Asia/Shanghai'));
const date = v.pipe(text, v.regex(/^\d{4}-\d\d-\d\d$/), said('北京时间的日期', 'date in Asia/Shanghai'));
const fen = v.pipe(v.number(), v.integer(), v.minValue(0), said('单位: 分', 'in fen'));
const listed = v.array(v.object({ id: text, label: text }));

const publicKey = v.object({ kid: text, kty: text, crv: text, x: text });

const due = v.object({
  date,
  what: v.pipe(text, said('到期前必须做的事', 'what must be done by then')),
  kind: v.pipe(v.picklist(['law', 'promise']), said('法定期限, 或本站承诺', 'set by law, or a promise of the site')),
  basis: v.pipe(text, said('法律依据; 承诺写明非法定期限', 'the article of law, or that it is a promise')),
  provisional: v.pipe(
    v.boolean(),
    said('当年放假安排未公布, 日期未顺延', 'the calendar is not published yet; not rolled'),
  ),
});

const receipt = v.pipe(text, v.regex(/^[A-Z]{2}-[2-9A-HJ-NPR-TV-Y]{5}-[2-9A-HJ-NPR-TV-Y]{5}$/));

const accepted = v.object({
  receipt: v.pipe(receipt, said('回执编号', 'receipt number')),
  code: v.pipe(text, v.regex(/^\d{6}$/), said('查询码, 只给提交人', 'query code, for the sender only')),
  fingerprint: v.pipe(
    text,
    v.regex(/^sha256-[\w-]{43}\.[\w-]{86}$/),
    said('指纹与签名, 公钥在 /.well-known/minyi-keys.json', 'digest and signature, see /.well-known/minyi-keys.json'),
  ),
  kind: text,
  state: v.pipe(text, said('received; 数据库暂不可用时为 spooled (202)', 'received, or spooled (202)')),
  submittedAt: time,
  due: v.nullable(due),
  statusUrl: v.pipe(text, v.url()),
});

const option = v.object({ value: text, label: text, hint: v.optional(text) });

const questionEntries = {
  path: v.pipe(text, said('正文里的位置, 也是错误的 path', 'where in the body; also the path of errors')),
  label: text,
  hint: v.optional(text),
  type: text,
  required: v.boolean(),
  min: v.optional(v.number()),
  max: v.optional(v.number()),
  options: v.optional(v.array(option)),
};

const caseStatus = v.object({
  receipt,
  kind: text,
  state: text,
  stateLabel: text,
  submittedAt: time,
  due: v.nullable(due),
  paused: v.optional(
    v.pipe(
      v.object({ since: date, label: text, basis: text }),
      said('期限暂停, 现在没有到期日', 'the limit stands still, and no date holds'),
    ),
  ),
  timeline: v.pipe(
    v.array(
      v.object({
        at: time,
        event: text,
        label: text,
        note: v.optional(text),
        parts: v.optional(
          v.pipe(
            v.array(v.object({ id: text, label: text, text })),
            said('答复分项: 诉求、事实和理由、处理意见、依据', 'the parts of an opinion'),
          ),
        ),
      }),
    ),
    v.minLength(1),
    said('新的在前', 'newest first'),
  ),
  messages: v.array(
    v.object({
      channel: text,
      state: v.picklist(['queued', 'sent', 'delivered', 'failed', 'unknown']),
      at: time,
      to: v.optional(v.pipe(text, said('号码或地址, 已打码', 'number or address, masked'))),
      todo: v.optional(
        v.pipe(
          v.picklist(['correct', 'replaced', 'page']),
          said(
            '没有送到的: 请更正; 已改发; 以查询为准',
            'not delivered: correct it; sent again since; go by the look-up',
          ),
        ),
      ),
      because: v.optional(
        v.pipe(
          v.picklist(['cap-address', 'cap-site', 'country']),
          said(
            '为什么没有发: 这个号码或邮箱今天已到上限; 本站今天已到上限; 不向这个国家或地区发短信',
            'why it was never sent: today’s limit of the address or of the site; a country that gets no SMS',
          ),
        ),
      ),
      returned: v.optional(v.pipe(v.literal(true), said('被退回', 'brought back by the network'))),
    }),
  ),
  actions: v.array(
    v.object({
      id: text,
      label: text,
      href: text,
      asks: v.optional(
        v.pipe(
          v.array(v.object(questionEntries)),
          said('要填的内容, 放在 answers 里', 'what it wants to know, sent in `answers`'),
        ),
      ),
    }),
  ),
});

const station = v.object({
  id: text,
  code: text,
  name: text,
  address: text,
  phone: text,
  hours: text,
  placement: text,
  theme: text,
  deputies: v.array(v.object({ id: text, name: text, post: text, phone: text })),
  onDuty: v.pipe(v.array(text), said('今天值班的代表', 'deputies on duty today')),
});

const draftEntries = { id: text, title: text, owner: text, opens: date, closes: date, open: v.boolean() };
const measureEntries = {
  id: text,
  title: text,
  payee: v.picklist(['person', 'employer', 'enterprise']),
  version: v.pipe(date, said('本版政策开始适用的日期', 'the day this text took effect')),
};
const { path: _, ...factEntries } = questionEntries;

const undertaking = v.object({ id: text, label: text, text });

/** Shapes of all answers of the contract: published in the OpenAPI document, and what tests hold real answers against. */
export const replies = {
  Accepted: accepted,
  Status: caseStatus,
  NewCode: v.object({ accepted: v.literal(true) }),
  Acted: v.object({ state: text }),
  Done: v.object({ done: v.literal(true) }),
  Copy: v.object({
    cases: v.array(
      v.object({
        status: caseStatus,
        body: v.pipe(v.record(text, v.unknown()), said('提交的正文', 'the body as it was sent')),
        fingerprint: text,
      }),
    ),
  }),
  Corrected: v.object({
    corrected: v.array(v.picklist(['phone', 'email'])),
    sentAgain: v.pipe(v.number(), v.integer(), v.minValue(0), said('再发了几条', 'messages that go again')),
  }),
  Challenge: v.pipe(
    v.object({
      parameters: v.objectWithRest({ algorithm: text, expiresAt: v.number() }, v.unknown()),
      signature: text,
    }),
    said('ALTCHA 验证题', 'an ALTCHA challenge'),
  ),
  Site: v.object({
    id: text,
    name: text,
    prefix: text,
    forms: v.array(v.object({ kind: text, collection: text, open: v.boolean() })),
    topics: v.array(v.object({ id: text, label: text, hint: text })),
    languages: v.array(v.picklist(['zh', 'en'])),
  }),
  Station: station,
  Stations: v.object({ stations: v.array(station) }),
  Form: v.object({
    kind: text,
    title: text,
    subject: v.optional(
      v.pipe(
        v.object({ path: text, value: text }),
        said('fields 说的是哪一个草案、补助或活动', 'the draft, measure or campaign that `fields` are about'),
      ),
    ),
    fields: v.array(v.object({ ...questionEntries, items: v.optional(v.array(v.object(questionEntries))) })),
    schema: v.pipe(v.record(text, v.unknown()), said('正文的 JSON Schema (2020-12)', 'JSON Schema of the body')),
  }),
  ...proposalReplies,
  Drafts: v.object({ drafts: v.array(v.object(draftEntries)) }),
  Draft: v.object({
    ...draftEntries,
    articles: v.array(v.object({ id: text, number: text, path: v.array(text), text })),
  }),
  Measures: v.object({ measures: v.array(v.object(measureEntries)) }),
  Measure: v.object({
    ...measureEntries,
    audience: text,
    facts: v.array(v.object({ name: text, ...factEntries })),
    amount: v.pipe(text, said('公开的标准', 'the amount as published')),
    papers: listed,
    source: text,
    pending: v.pipe(v.array(text), said('待定的事', 'what the text leaves open')),
  }),
  Campaigns: v.object({
    campaigns: v.array(
      v.object({ id: text, title: text, version: text, notes: text, undertakings: v.array(undertaking) }),
    ),
  }),
  Eligibility: v.object({
    measure: text,
    version: date,
    outcome: v.picklist(['eligible', 'ineligible', 'incomplete', 'discretionary']),
    amountFen: v.nullable(fen),
    capFen: v.nullable(fen),
    lines: v.array(v.object({ label: text, amountFen: fen })),
    checks: v.array(
      v.object({
        rule: text,
        clause: text,
        passed: v.boolean(),
        fact: text,
        need: v.unknown(),
        have: v.unknown(),
        hint: v.nullable(text),
      }),
    ),
    missing: v.pipe(v.array(text), said('还没回答的', 'facts not given')),
    sentence: v.pipe(text, said('这是测算, 不是批准', 'an estimate, not an approval')),
  }),
  Problem: v.object({
    type: v.pipe(text, said('说明见 /docs 的同名条目', 'explained on /docs')),
    title: text,
    status: v.pipe(v.number(), v.integer()),
    code: v.picklist(Object.keys(statusOf)),
    detail: text,
    requestId: text,
    errors: v.optional(
      v.array(
        v.object({
          path: text,
          code: v.picklist(['field.required', 'field.too-short', 'field.too-long', 'field.invalid', 'key.unknown']),
          message: text,
        }),
      ),
    ),
  }),
  Alive: v.object({ ok: v.boolean(), database: v.optional(text) }),
  Keys: v.object({
    format: text,
    statement: text,
    keys: v.array(publicKey),
    sealKeys: v.array(publicKey),
  }),
};

export type ReplyName = keyof typeof replies;
