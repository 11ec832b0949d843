import type { DemoCase } from './case.ts';

/** Somebody steps back from a case of their own station (信访工作条例 28(3)), so many days before T. */
export interface DemoRecusal {
  of: string;
  /** A login of the demonstration; it says so of itself. */
  account: string;
  daysAgo: number;
  time: string;
  remark: string;
}

/** Clerks of the demonstration by their station. */
const CLERKS: Readonly<Record<string, string>> = {
  gaocun: 'gaocun-feng',
  jiedian: 'jiedian-wang',
  guanghua: 'guanghua-xue',
};

/** One made-up filing in hand at a station that has a clerk here: its sender is a relative of hers. */
export function recusalsAmong(cases: readonly DemoCase[]): DemoRecusal[] {
  for (const { ref, body, road = [] } of cases) {
    const { station } = body['answers'] as { station?: string };
    const account = CLERKS[station ?? ''];
    if (ref.startsWith('G') && account && road.at(-1)?.action === 'accept')
      return [{ of: ref, account, daysAgo: 0, time: '08:50', remark: '来信人是我表哥, 按规定回避, 请县里办。(示例)' }];
  }
  return [];
}
