/** What was asked, in the words that are not sealed. */
export interface Told {
  title: string;
  text: string;
}

/** How filings of a kind are taken as one matter (并案; 信访工作条例 19(3)). */
export interface Matter {
  /** States in which nothing has been decided: here filings are joined and parted. */
  open: readonly string[];
  /** Actions about one sender alone: never carried to the others of a bundle, and open to each of them. */
  alone: readonly string[];
  /** Actions that begin a road of one's own: whoever takes one leaves the bundle. */
  leaves: readonly string[];
  /** How a second filing on a matter under way is turned away (19(3)): the action, and what it is answered with. */
  repeated: { action: string; answers: Readonly<Record<string, string>> };
  told(answers: Record<string, unknown>): Told;
}
