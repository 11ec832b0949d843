import type { InferOutput } from 'valibot';
import { refuse, type ErrorCode, type Refusal } from '../../errors.ts';
import type { ReplyName, replies } from '../api/replies.ts';

/** What the sentences of refusals are filled with. */
export const SAMPLE = {
  phone: '0359-0000101',
  opens: '2026-11-01',
  closes: '2026-11-30',
  requestId: '4829-1304-7725',
};

export const sampleRefusal = (code: ErrorCode): Refusal => refuse(code, { values: SAMPLE });

/** Answers as they may look; a test holds each against its shape. */
export const replyExamples: { [Name in ReplyName]?: InferOutput<(typeof replies)[Name]> } = {
  Accepted: {
    receipt: 'WR-7K3M9-XPT4G',
    code: '482913',
    fingerprint: `sha256-${'0'.repeat(43)}.${'0'.repeat(86)}`,
    kind: 'petition',
    state: 'received',
    submittedAt: '2026-11-22T14:03:09+08:00',
    due: {
      date: '2026-12-07',
      what: 'notify-or-accept',
      kind: 'law',
      basis: '信访工作条例 第二十三条',
      provisional: false,
    },
    statusUrl: 'https://minyi.example.gov.cn/wanrong/status?receipt=WR-7K3M9-XPT4G',
  },
  Status: {
    receipt: 'WR-7K3M9-XPT4G',
    kind: 'petition',
    state: 'received',
    stateLabel: '已收到',
    submittedAt: '2026-11-22T14:03:09+08:00',
    due: null,
    timeline: [{ at: '2026-11-22T14:03:09+08:00', event: 'received', label: '已收到您提交的内容' }],
    messages: [{ channel: 'sms', state: 'delivered', at: '2026-11-22T14:03:12+08:00' }],
    actions: [],
  },
  NewCode: { accepted: true },
  Acted: { state: 'withdrawn' },
  Corrected: { corrected: ['phone'], sentAgain: 1 },
  Eligibility: {
    measure: 'hire-reward',
    version: '2023-05-01',
    outcome: 'eligible',
    amountFen: 800_000,
    capFen: null,
    lines: [
      { label: '全日制硕士研究生 2 人 × 3000 元', amountFen: 600_000 },
      { label: '全日制本科生 1 人 × 2000 元', amountFen: 200_000 },
    ],
    checks: [
      {
        rule: 'enterprise-in-county',
        clause: '引才伯乐奖·企业',
        passed: true,
        fact: 'enterpriseInCounty',
        need: true,
        have: true,
        hint: null,
      },
    ],
    missing: [],
    sentence: '初步符合公开条件, 测算 8000 元。这是测算, 不是批准。',
  },
  Alive: { ok: true },
};
