import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { fromRoot } from '../../scripts/root.ts';
import type { Call } from './recorder.ts';
import type { Told } from './story.ts';

const FILE = fromRoot('test', 'previous-release', 'statements.jsonl.gz');

/** What a release said to its database in one story, and what must be found of it. */
export interface Release {
  /** The commit it was recorded at. */
  commit: string;
  told: Told[];
  calls: Call[];
}

type Line = [
  mode: Call['mode'],
  statements: [text: number, args: Call['statements'][number]['args']][],
  Call['answers'],
];

/** A line a call; each text of a statement stands once, in the first line. */
export function keep({ commit, told, calls }: Release): void {
  const texts = [...new Set(calls.flatMap(({ statements }) => statements.map(({ sql }) => sql)))];
  const at = new Map(texts.map((text, index) => [text, index]));
  const lines = calls.map(({ mode, statements, answers }): Line => [
    mode,
    statements.map(({ sql, args }) => [at.get(sql) ?? 0, args]),
    answers,
  ]);
  const text = [{ commit, told, texts }, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('');
  writeFileSync(FILE, gzipSync(text, { level: 9 }));
}

export function kept(): Release {
  const [head = '', ...lines] = gunzipSync(readFileSync(FILE)).toString().trimEnd().split('\n');
  const { commit, told, texts } = JSON.parse(head) as Pick<Release, 'commit' | 'told'> & { texts: string[] };
  const calls = lines.map((line): Call => {
    const [mode, statements, answers] = JSON.parse(line) as Line;
    return { mode, statements: statements.map(([text, args]) => ({ sql: texts[text] ?? '', args })), answers };
  });
  return { commit, told, calls };
}
