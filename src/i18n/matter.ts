import type { Words } from '../lib/words.ts';

/** What a resident reads of a bundle: that it is one, never who else is in it. */
export const matterEvents = {
  'matter-joined': {
    zh: '与同一事项的其他来信一并办理。每个人都会收到办理告知和答复。',
    en: 'It is dealt with together with other letters on the same matter. Everybody hears of each step and of the answer.',
  },
  'matter-parted': {
    zh: '从现在起单独办理。',
    en: 'From now on it is dealt with on its own.',
  },
} satisfies Record<string, Words>;
