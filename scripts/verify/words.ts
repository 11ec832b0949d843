import type { Fault, Verdict } from '../../src/cases/verify.ts';
import type { BrokenBundle } from '../../src/cases/matter/verify.ts';
import type { LooseStream } from '../../src/cases/streams.ts';
import { both } from '../stop.ts';

const links: Record<'missing' | 'changed' | 'unlinked', (seq: number) => string> = {
  missing: (n) => both(`事件链第 ${n} 条不见了`, `event ${n} is missing`),
  changed: (n) => both(`事件链第 ${n} 条被改过`, `event ${n} was changed`),
  unlinked: (n) => both(`事件链第 ${n} 条接不上前一条`, `event ${n} does not follow the one before`),
};

/** What is wrong with a case, in one sentence. */
export function faultSentence(fault: Fault): string {
  switch (fault.is) {
    case 'chain':
      return links[fault.why](fault.seq);
    case 'fingerprint':
      return both(
        '现存内容与回执指纹不符,内容被改过',
        'what is kept is not what the receipt’s fingerprint was made of',
      );
    case 'frozen':
      return both('测算结果与提交时记下的不符', 'the frozen result is not the one noted at submission');
    case 'state':
      return both('办理状态与最后一条事件不符', 'the state is not the one its last event led to');
    case 'words':
      return both(
        `第 ${fault.seq} 步写下的话被改过或不见了`,
        `what was written at step ${fault.seq} was changed or is gone`,
      );
    case 'contact':
      return both('联系方式与最后一次更正不符,被改过', 'the contact is not the one that was last put right');
    case 'key-missing':
      return both('密钥不见了,却没有撤回或删除的事件', 'its key is gone, though no event erased it');
    case 'locked':
      return both('密钥环里没有它的密钥,指纹无法核对', 'its key is not in the ring: the fingerprint cannot be checked');
  }
}

/** A verdict, a line a fault; a good one in one line. */
export function verdictLines({ receipt, erased, links: n, faults }: Verdict): string[] {
  if (faults.length > 0) return faults.map((fault) => `✗ ${receipt}  ${faultSentence(fault)}`);
  const chain = both(`事件链 ${n} 条完整`, `chain whole, events: ${n}`);
  const words = erased
    ? both('内容已销毁,指纹不再核对', 'erased, so no fingerprint to check')
    : both('指纹相符', 'the fingerprint holds');
  return [`✓ ${receipt}  ${words};${chain}`];
}

export function streamLines({ stream, fault }: LooseStream): string[] {
  if (!fault) return [];
  const words =
    fault.why === 'case-missing'
      ? both('事件还在,案件不见了', 'its events are there, the case is gone')
      : links[fault.why](fault.seq);
  return [`✗ ${stream}  ${words}`];
}

const bundles: Record<BrokenBundle['why'], string> = {
  'never-joined': both('在并案里, 事件链上却没有并入', 'stands in a bundle, though no event joined it'),
  'left-silently': both('事件链上已并入, 却不在并案里', 'an event joined it to a bundle, and it is not there'),
  'no-such-step': both('随主件的一步, 主件上没有', 'a step carried on from its lead, which never took it'),
};

export const bundleLine = ({ receipt, why }: BrokenBundle): string => `✗ ${receipt}  ${bundles[why]}`;
