import { fromChineseNumeral, toChineseNumeral } from '../lib/chinese-numerals.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { tidyText } from '../lib/text.ts';
import type { Article } from './draft.ts';

/** What is wrong with a text, for the officer who pastes it; `number` as printed, `line` counted from 1. */
export type DraftProblem =
  | { reason: 'empty' }
  | { reason: 'before-first-article'; line: number }
  | { reason: 'article-without-text'; number: string; line: number }
  | { reason: 'duplicate' | 'out-of-order'; number: string; line: number }
  | { reason: 'missing'; number: string };

// Outermost first.
const LEVELS = ['编', '章', '节', '条'] as const;
type Level = (typeof LEVELS)[number];

interface Heading {
  level: Level;
  place: number;
  number: string;
  rest: string;
}

interface Found {
  place: number;
  number: string;
  line: number;
  path: string[];
  lines: string[];
}

// A blank must follow the number: a paragraph may itself begin 第十三条规定的….
const HEADING = /^第([零〇一二三四五六七八九十百千]+)(编|章|节|条)(?:\s+(.*))?$/;

function readHeading(line: string): Heading | undefined {
  const [, numeral = '', sign, rest = ''] = HEADING.exec(line) ?? [];
  const level = LEVELS.find((one) => one === sign);
  const place = fromChineseNumeral(numeral);
  return level && place ? { level, place, number: `第${numeral}${level}`, rest } : undefined;
}

/**
 * Reads the plain text of a draft: 编, 章 and 节 as headings on their own line, 第…条 and a blank before each article,
 * its paragraphs and items on the lines that follow. Articles get the ids `a1`, `a2`… in order.
 * Every problem is reported, not only the first: numbers must run from 第一条 without gap or repeat.
 */
export function parseDraft(text: string): Result<Article[], DraftProblem[]> {
  const problems: DraftProblem[] = [];
  const found: Found[] = [];
  let path: { level: Level; title: string }[] = [];
  for (const [index, raw] of text.split(/\r\n?|\n/).entries()) {
    const line = tidyText(raw);
    if (line === '') continue;
    const heading = readHeading(line);
    const current = found.at(-1);
    if (heading?.level === '条') {
      const { place, number, rest } = heading;
      const lines = rest === '' ? [] : [rest];
      found.push({ place, number, line: index + 1, path: path.map(({ title }) => title), lines });
    } else if (heading) {
      const depth = LEVELS.indexOf(heading.level);
      path = path.filter(({ level }) => LEVELS.indexOf(level) < depth);
      path.push({ level: heading.level, title: `${heading.number} ${heading.rest}`.trim() });
    } else if (current) {
      current.lines.push(line);
    } else {
      problems.push({ reason: 'before-first-article', line: index + 1 });
    }
  }
  problems.push(...numberProblems(found));
  if (problems.length > 0) return fail(problems);
  return ok(found.map(({ number, path, lines }, i) => ({ id: `a${i + 1}`, number, path, text: lines.join('\n') })));
}

function numberProblems(found: readonly Found[]): DraftProblem[] {
  if (found.length === 0) return [{ reason: 'empty' }];
  const problems: DraftProblem[] = [];
  const seen = new Set<number>();
  let highest = 0;
  for (const { place, number, line, lines } of found) {
    if (seen.has(place)) problems.push({ reason: 'duplicate', number, line });
    else if (place < highest) problems.push({ reason: 'out-of-order', number, line });
    if (lines.length === 0) problems.push({ reason: 'article-without-text', number, line });
    seen.add(place);
    highest = Math.max(highest, place);
  }
  for (let place = 1; place < highest; place += 1) {
    if (!seen.has(place)) problems.push({ reason: 'missing', number: `第${toChineseNumeral(place)}条` });
  }
  return problems;
}
