import { defineWorkflow, received } from '../../workflow/define.ts';
import { pledgeWords as words } from './words.ts';

/** A pledge rests on consent alone: who withdraws it has it deleted at once (个人信息保护法 15, 47). */
export const pledgeWorkflow = defineWorkflow({
  states: {
    received: { ...received, final: true },
    withdrawn: { label: words.withdrawn, public: words.withdrawnPublic, final: true, erases: true },
  },
  transitions: [{ id: 'withdraw', from: ['received'], to: 'withdrawn', actors: ['citizen'], label: words.withdraw }],
});
