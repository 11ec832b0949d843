import type { UnkeptStream } from '../../src/cases/unkept.ts';
import type { SealFault } from '../../src/chain/seal.ts';
import type { SealWalk } from '../../src/chain/seal-walk.ts';
import { shanghaiTime } from '../../src/lib/clock.ts';
import { both } from '../stop.ts';

const faults: Record<SealFault['why'], (seq: number) => string> = {
  missing: (n) => both(`第 ${n} 次签封不见了`, `seal ${n} is missing`),
  changed: (n) => both(`第 ${n} 次签封的签名不符,被改过`, `seal ${n} was changed: its signature does not hold`),
  unlinked: (n) => both(`第 ${n} 次签封接不上前一次`, `seal ${n} does not follow the one before`),
  heads: (n) => both(`第 ${n} 次签封所封的内容被改过`, `what seal ${n} covers was changed`),
  locked: (n) => both(`密钥环里没有第 ${n} 次签封的密钥,无法核对`, `the key of seal ${n} is not in the ring`),
};

/** How the hourly seals stand, in one line. */
export function sealLine({ good, lastAt, fault }: SealWalk): string {
  if (fault) return `✗ ${faults[fault.why](fault.seq)}`;
  if (lastAt === null) return `✓ ${both('还没有签封', 'no seal yet')}`;
  return `✓ ${both(`每小时签封 ${good} 次,全部相符,最近 ${shanghaiTime(lastAt)}`, `all ${good} hourly seals hold`)}`;
}

const streams: Record<UnkeptStream['why'], (unkept: UnkeptStream) => string> = {
  gone: ({ seq: n }) =>
    both(`签封时有 ${n} 条事件,现在整条链不见了`, `sealed with ${n} events, the whole chain is gone`),
  cut: ({ seq: n, kept }) =>
    both(`签封时有 ${n} 条事件,现在只有 ${kept} 条`, `sealed with ${n} events, ${kept} are left`),
  rewritten: ({ seq: n }) => both(`第 ${n} 条事件与签封时不同`, `event ${n} is not the one that was sealed`),
  unsealed: ({ seq: n }) =>
    both(`第 ${n} 条事件绕过了签封`, `event ${n} is neither sealed nor waiting for the next seal`),
};

/** A stream that is not what was sealed, by its receipt where there is still a case. */
export const unkeptLine = (unkept: UnkeptStream): string =>
  `✗ ${unkept.receipt ?? unkept.stream}  ${streams[unkept.why](unkept)}`;
