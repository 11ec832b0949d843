export type Colour = readonly [red: number, green: number, blue: number];

const PAPER: Colour = [0xff, 0xff, 0xff];
const INK: Colour = [0x1b, 0x1f, 0x23];
const VERMILION: Colour = [0xb3, 0x26, 0x1e];
const RULE: Colour = [0xd9, 0xd6, 0xcd];
const INK_STEPS = 8;
const SEAL_STEPS = 5;
const LAST_INK = INK_STEPS;
const LAST_SEAL = LAST_INK + SEAL_STEPS;

/** Even steps from paper to a colour, paper left out: they smooth a letter's edge. */
const stepsTo = ([red, green, blue]: Colour, steps: number): Colour[] =>
  Array.from({ length: steps }, (_, i) => {
    const mix = (end: number): number => Math.round(0xff + ((end - 0xff) * (i + 1)) / steps);
    return [mix(red), mix(green), mix(blue)];
  });

/** The few colours of look.md a receipt needs, by index. */
export const PALETTE: readonly Colour[] = [PAPER, ...stepsTo(INK, INK_STEPS), ...stepsTo(VERMILION, SEAL_STEPS), RULE];

/** What one draws with: `label` is ink at three quarters (7:1 on paper), `paper` writes on a bar of ink. */
export type Pen = 'ink' | 'label' | 'paper' | 'seal' | 'rule';

/** The palette index of a pen where it covers this share of a pixel (above 0, up to 1). */
export const indexOf: Record<Pen, (coverage: number) => number> = {
  ink: (coverage) => Math.round(coverage * INK_STEPS),
  label: (coverage) => Math.round(coverage * INK_STEPS * 0.75),
  paper: (coverage) => Math.round((1 - coverage) * INK_STEPS),
  seal: (coverage) => LAST_INK + Math.max(1, Math.round(coverage * SEAL_STEPS)),
  rule: () => LAST_SEAL + 1,
};
