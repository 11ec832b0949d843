import type { Glyph, GlyphSet } from './glyphs.ts';
import { edgesOf, type Contour } from './outline.ts';
import type { Pen } from './palette.ts';

/** How text looks: height of the em in pixels, extra width after a full-width sign, how much bolder than the file; in pixels. */
export interface Type {
  size: number;
  pen: Pen;
  spread?: number;
  bolder?: number;
}

/** Text measured with one glyph set. */
export interface Lettering {
  em: number;
  glyphOf(char: string): Glyph;
  /** Pixels from one sign to the next. */
  advanceOf(char: string, type: Type): number;
  /** Pixels a line takes, without the spread after its last sign. */
  widthOf(text: string, type: Type): number;
}

/** A sign the file lacks is drawn as a hollow box, never an error: the receipt must reach the resident. */
export function lettering(glyphs: GlyphSet): Lettering {
  const box = hollowBox(glyphs.em);
  const glyphOf = (char: string): Glyph => glyphs.find(char.codePointAt(0) ?? 0) ?? box;
  const spreadAfter = (char: string, type: Type): number =>
    glyphOf(char).advance < glyphs.em ? 0 : (type.spread ?? 0);
  const advanceOf = (char: string, type: Type): number =>
    (glyphOf(char).advance * type.size) / glyphs.em + (type.bolder ?? 0) + spreadAfter(char, type);
  const widthOf = (text: string, type: Type): number => {
    const signs = Array.from(text);
    return signs.reduce((width, sign) => width + advanceOf(sign, type), 0) - spreadAfter(signs.at(-1) ?? ' ', type);
  };
  return { em: glyphs.em, glyphOf, advanceOf, widthOf };
}

function hollowBox(em: number): Glyph {
  const square = (from: number, to: number): Contour => [
    { x: em * from, y: em * (from - 0.12), on: true },
    { x: em * from, y: em * (to - 0.12), on: true },
    { x: em * to, y: em * (to - 0.12), on: true },
    { x: em * to, y: em * (from - 0.12), on: true },
  ];
  return { advance: em, edges: edgesOf([square(0.08, 0.92), square(0.14, 0.86).toReversed()]) };
}
