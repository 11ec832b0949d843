import type { Words } from '../lib/words.ts';

/** Words of the link between a case and the one that was born of it. */
export const relativeWords = {
  title: { zh: '相关事项', en: 'Linked cases' },
  parent: { zh: '由它转来', en: 'Made of' },
  child: { zh: '由它转出', en: 'Made of it' },
  beyond: { zh: '不在您的管辖内', en: 'not within your reach' },
} satisfies Record<string, Words>;
