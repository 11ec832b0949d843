import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { siteColours } from '../../src/ui/style/site-colours.ts';
import { fromRoot } from '../../scripts/root.ts';

const css = readFileSync(fromRoot('src', 'ui', 'style', 'tokens.css'), 'utf8');
const token = (name: string): string => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(css)?.[1] ?? '';

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

const READ: [string, string][] = [
  ['ink', 'ground'],
  ['ink-soft', 'paper'],
  ['ink-soft', 'ground'],
  ['ink', 'colour-pale'],
  ['colour', 'paper'],
  ['colour', 'ground'],
  ['colour-dark', 'colour-pale'],
  ['seal', 'paper'],
  ['seal', 'seal-pale'],
  ['amber', 'amber-pale'],
];

test.each(READ)('%s can be read on %s', (ink, ground) => {
  expect(contrast(token(ink), token(ground))).toBeGreaterThanOrEqual(4.5);
});

test('the edge of an input shows, and so does the ring around it', () => {
  expect(contrast(token('edge'), token('paper'))).toBeGreaterThanOrEqual(3);
  expect(contrast(token('ring'), token('ink'))).toBeGreaterThanOrEqual(3);
});

test("a county's colour brings its darker and paler shade", () => {
  expect(siteColours([{ id: 'a', colour: '#204060' }])).toBe(
    '.site-a{--colour:#204060;--colour-dark:#183048;--colour-pale:#edf0f2}',
  );
});

test('a colour that is none stops the build', () => {
  expect(() => siteColours([{ id: 'a', colour: 'red;}body{' }])).toThrow('site a');
});
