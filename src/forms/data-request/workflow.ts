import type { TemplateId } from '../../notify/templates.ts';
import type { DataRequestTerms } from '../../sites/settings.ts';
import type { Permission } from '../../staff/roles.ts';
import { everywhere } from '../../workflow/clock.ts';
import { defineWorkflow, type State, type Transition, type Workflow } from '../../workflow/define.ts';
import * as asks from './asks.ts';
import { opening } from './limits.ts';
import { dataRequestActions as words, dataRequestStates as labels } from './words.ts';

const office = { actors: ['staff'], needs: ['requests.handle'] } as const satisfies {
  actors: readonly ['staff'];
  needs: readonly Permission[];
};
/** The person, on a page of its own: a field alone cannot say who somebody is. */
const person = { actors: ['citizen'], apart: true } as const;

const kept = { clock: everywhere({ is: 'kept' }) };
const told = { message: 'answered' satisfies TemplateId };

const states = {
  received: labels.received,
  confirmed: { ...labels.confirmed, ...kept },
  handling: { ...labels.handling, ...kept },
  fulfilled: { ...labels.fulfilled, ...told, final: true },
  refused: { ...labels.refused, ...told, final: true },
} satisfies Record<string, State>;

type Row = Transition<keyof typeof states>;

const open = ['received', 'confirmed', 'handling'] as const;
const known = ['confirmed', 'handling'] as const;

/**
 * The road of a request about personal data: only somebody who showed that the phone is theirs is given, corrected or
 * erased anything (个人信息保护法 45–47); a refusal always has its reason.
 */
export const dataRequestWorkflow = (terms: DataRequestTerms): Workflow =>
  defineWorkflow({
    states,
    transitions: [
      {
        id: 'identity',
        from: ['received'],
        to: 'confirmed',
        ...person,
        label: words.identity,
        asks: asks.phoneCode,
      },
      {
        // Another phone has shown nothing yet.
        id: 'identity',
        from: known,
        ...person,
        undoneBy: 'contact-corrected',
        label: words.identity,
        public: words.identityAgain,
        asks: asks.phoneCode,
      },
      {
        id: 'include',
        from: open,
        ...person,
        label: words.include,
        public: words.included,
        asks: asks.otherMatter,
      },
      {
        id: 'copy',
        from: ['fulfilled'],
        ...person,
        within: { after: 'give', ...opening(terms) },
        label: words.copy,
        public: words.opened,
      },
      { id: 'handle', from: ['confirmed'], to: 'handling', ...office, label: words.handle, asks: asks.inside },
      {
        id: 'give',
        from: known,
        to: 'fulfilled',
        ...office,
        only: ['see'],
        onHeld: 'give',
        label: words.give,
        asks: asks.told,
      },
      {
        id: 'correct',
        from: known,
        to: 'fulfilled',
        ...office,
        only: ['correct'],
        onHeld: 'correct',
        label: words.correct,
        asks: asks.told,
      },
      {
        id: 'erase',
        from: known,
        to: 'fulfilled',
        ...office,
        only: ['erase'],
        onHeld: 'erase',
        label: words.erase,
        asks: asks.erasing,
      },
      { id: 'refuse', from: open, to: 'refused', ...office, label: words.refuse, asks: asks.refusing },
      {
        id: 'remark',
        from: [...open, 'fulfilled', 'refused'],
        ...office,
        label: words.remark,
        asks: asks.remarking,
      },
    ] satisfies Row[],
  });
