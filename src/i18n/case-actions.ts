/** Beside the steps of a case. */
export const caseActionWords = {
  sent: { zh: '对方原来怎么写的', en: 'What was sent' },
  besides: { zh: '还可以', en: 'Besides' },
} as const;
