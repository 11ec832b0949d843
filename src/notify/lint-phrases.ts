/** Phrases that bring a template back from review, or give away what a message is about; by where that is said. */
interface Phrases {
  source: string;
  phrases: readonly string[];
}

export const forbiddenPhrases: readonly Phrases[] = [
  {
    // Themes a notification may not have: party and government, rights and law, mediation, surveys.
    source: 'ALI-5',
    phrases: [
      '党',
      '政府',
      '政务',
      '人大',
      '政协',
      '纪委',
      '监委',
      '法院',
      '维权',
      '律师',
      '诉讼',
      '仲裁',
      '调解',
      '问卷',
      '调查',
    ],
  },
  { source: 'TX-5', phrases: ['征信', '贷款', '投票', '募捐'] },
  {
    // Our own: a phone is read by others, and none of these may be read off it.
    source: 'domain.md §0.5',
    phrases: (
      '信访 诉求 投诉 举报 检举 控告 申诉 补贴 补助 人才 承诺 彩礼 草案 法规 ' +
      'petition complaint report subsidy pledge draft regulation government party congress'
    ).split(' '),
  },
];

/** The first phrase of the lists that a text holds, with where it is forbidden; null where none is. */
export function forbiddenIn(text: string): { phrase: string; source: string } | null {
  const lower = text.toLowerCase();
  for (const { source, phrases } of forbiddenPhrases) {
    const phrase = phrases.find((one) =>
      /^[a-z]/.test(one) ? new RegExp(`\\b${one}`).test(lower) : lower.includes(one),
    );
    if (phrase !== undefined) return { phrase, source };
  }
  return null;
}
