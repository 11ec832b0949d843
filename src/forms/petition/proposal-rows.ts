import type { TemplateId } from '../../notify/templates.ts';
import type { Permission } from '../../staff/roles.ts';
import type { Transition } from '../../workflow/define.ts';
import { petitionStates, type PetitionState } from './states.ts';
import { proposalRowWords as words } from './proposal-row-words.ts';

type Row = Transition<PetitionState>;
const everywhere = Object.keys(petitionStates) as PetitionState[];
const system = { from: everywhere, actors: ['system'] } as const;

/**
 * 转为代表建议 (代表法 24, 36): the petition goes on living with its own dates, and its sender hears what comes of it. A
 * 检举控告 is never handed to deputies (信访工作条例 30).
 */
export const proposalRows: readonly Row[] = [
  {
    id: 'propose',
    from: [
      'registered',
      'assigned',
      'returned',
      'accepted',
      'studied',
      'extended',
      'reopened',
      'answered',
      'replied',
      'closed',
    ],
    actors: ['staff'],
    needs: ['proposals.write' satisfies Permission],
    only: ['suggestion', 'request'],
    once: true,
    label: words.propose,
    public: words.proposed,
    message: 'told' satisfies TemplateId,
    bears: 'proposal',
  },
  {
    id: 'proposal-refused',
    ...system,
    label: words.refusedLabel,
    public: words.refused,
    message: 'told' satisfies TemplateId,
  },
  {
    id: 'proposal-published',
    ...system,
    label: words.publishedLabel,
    public: words.published,
    message: 'answered' satisfies TemplateId,
  },
];
