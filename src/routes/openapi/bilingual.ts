import type { Words } from '../../lib/words.ts';

/** The document speaks both languages at once, Chinese first. */
export const bilingual = ({ zh, en }: Words): string => (zh === en ? zh : `${zh} / ${en}`);
