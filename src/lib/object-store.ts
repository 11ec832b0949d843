/** Where what must outlive the database lies, out of reach of whoever can write there. */
export interface ObjectStore {
  /** Keeps a text under a name for good. Gives what lies there afterwards: the first text that was ever kept. */
  keep(name: string, text: string): Promise<string>;
}
