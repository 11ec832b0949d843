/** Beside the steps of a case. */
export const caseActionWords = {
  besides: { zh: '还可以', en: 'Besides' },
} as const;
