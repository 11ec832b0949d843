import type { Item } from '../../src/intake/item.ts';

/** A submission as an object is handed it, with nothing to write. */
export const itemOf = (id: string, keyHash: string): Item => ({
  id,
  site: 'wanrong',
  receipt: id,
  codeHash: 'h',
  proof: null,
  guards: [],
  answers: [],
  rows: [],
  repeat: { keyHash, bodyHash: 'b', answer: 'a', wrapped: 'w' },
  shown: { kind: 'petition', lang: 'zh', submittedAt: 0, due: null, dueExplanation: null },
});
