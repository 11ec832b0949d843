/** The row that holds on a date (`YYYY-MM-DD`, Asia/Shanghai): the latest that had begun by then. */
export function inForce<Row extends { effectiveFrom: string }>(rows: readonly Row[], date: string): Row | undefined {
  return rows
    .filter((row) => row.effectiveFrom <= date)
    .toSorted((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom))
    .at(-1);
}
