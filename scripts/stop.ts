/** What the person at the keyboard should read and do; anything else thrown is a defect of ours. */
export class Stop extends Error {
  override name = 'Stop';
}

/** A sentence for the terminal: Chinese first, English after it, on one line. */
export function both(zh: string, en: string): string {
  return `${zh} / ${en}`;
}

/** Runs a command's main function; a `Stop` is printed as its one sentence and ends with 1. */
export async function runMain(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Stop ? error.message : error);
    process.exitCode = 1;
  }
}
