import { advance, type Advanced, type Asked } from '../../src/cases/advance.ts';
import { storedCases } from '../../src/cases/stored.ts';
import { verifyCase } from '../../src/cases/verify.ts';
import type { Json } from './client.ts';
import type { Road } from './road.ts';

export const PROPOSAL = {
  proposer: 'dep-gaocun-1',
  cosigners: ['dep-jiedian-1', 'dep-gaocun-2'],
  title: '关于修复部分末级渠道的建议(示例)',
  reason: '部分支渠损坏, 几个村浇不上地。',
  problem: '支渠塌陷二三十米。\n涉及三个村。',
  asks: '1、先围挡后修复\n2、列入年度管护计划\n建立管护员巡渠记录',
};
/** The same as the console's form posts it, without co-signers. */
export const typedProposal: Record<string, string> = Object.fromEntries(
  (['proposer', 'title', 'reason', 'problem', 'asks'] as const).map((name) => [`answers.${name}`, PROPOSAL[name]]),
);
export const REPLY = '您好。支渠已列入今年的管护计划, 塌陷处已经围挡, 下月底前修好。(示例)';
export const REPLIED = { category: 'B', contact: 'on-site', note: REPLY };

/** The suggestion that is made of a petition on its road, with the petition's own clock. */
export async function bornOf(road: Road, answers: Json = {}) {
  await road.act('accept');
  const made = await road.act('propose', { answers: { ...PROPOSAL, ...answers } });
  if (!made.ok || made.value.born === undefined) throw new Error(`nothing was born: ${JSON.stringify(made)}`);
  const receipt = made.value.born;
  const stored = async () => {
    const [one] = await storedCases(road.tools.db, { receipt });
    if (!one) throw new Error('the suggestion is gone');
    return one;
  };
  return {
    receipt,
    stored,
    act(action: string, input: Json = {}, more: Partial<Asked> = {}) {
      road.wait(1 / 86_400);
      return advance(road.tools, { case: { receipt }, action, actor: 'staff:cui', input, ...more });
    },
    /** Takes several steps that must go through; what the last led to. */
    async walk(...steps: readonly (readonly [action: string, input?: Json])[]): Promise<Advanced> {
      let last: Advanced | undefined;
      for (const [action, input] of steps) {
        const done = await this.act(action, input);
        if (!done.ok) throw new Error(`${action}: ${done.error.code}`);
        last = done.value;
      }
      if (!last) throw new Error('no step was taken');
      return last;
    },
    async faults() {
      return (await verifyCase(road.tools.ring, await stored())).faults;
    },
  };
}

export const HANDED_OVER = [['examine'], ['assign', { lead: '县水利局', with: '高村镇人民政府' }]] as const;
export const REPLIED_TO = [...HANDED_OVER, ['reply', REPLIED]] as const;
