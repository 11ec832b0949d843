/** A draft regulation laid open for comment. Its words are Chinese only, as the law will be. */
export interface Draft {
  id: string;
  /** The body that decides; a county only collects and passes on (立法法 2023 art. 81). */
  site: string;
  /** The sites on whose pages it may be commented on. */
  collectedBy: readonly string[];
  /** The body that makes the law, as residents see it. */
  owner: string;
  title: string;
  /** What the draft is for and which articles matter most. */
  notes: string;
  /** First and last day for comments, both inclusive, `YYYY-MM-DD` in Asia/Shanghai. */
  opens: string;
  closes: string;
  /** Why the window is shorter than thirty days, published with it. */
  shortReason?: string;
}

/** One article of a draft. */
export interface Article {
  /** Given at the first parse and kept through every redraft, whatever the number becomes. */
  id: string;
  /** As printed: 第十七条. */
  number: string;
  /** The headings it stands under, outermost first: `['第三章 投放']`. */
  path: readonly string[];
  /** Its paragraphs (款) and items (项), one a line, without the number. */
  text: string;
}
