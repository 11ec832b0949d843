const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);

/** WCAG 2.2 contrast ratio of a `#rrggbb` colour on white, 1 to 21. */
export function contrastOnWhite(colour: string): number {
  const channel = (at: number): number => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  return 1.05 / (0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5) + 0.05);
}
