import { readFileSync, writeFileSync } from 'node:fs';
import { allSettings } from '../src/env.ts';
import { petitionWorkflow } from '../src/forms/petition/workflow.ts';
import { diagramOf } from './readme/diagram.ts';
import { fromRoot, isMain } from './root.ts';
import { runMain } from './stop.ts';

const FILE = fromRoot('README.md');

/** The table of settings, from the values the Worker parses its environment by. */
export function settingsTable(): string {
  const rows = Object.entries(allSettings).map(
    ([name, { about, secret }]) => `| \`${name}\` | ${secret ? 'secret' : 'var'} | ${about.zh} / ${about.en} |`,
  );
  return ['| name | kind | what for |', '|---|---|---|', ...rows].join('\n');
}

/** The road of a petition as a diagram, from the values it is walked by. */
export const workflowPart = (): string => `\`\`\`mermaid\n${diagramOf(petitionWorkflow)}\n\`\`\``;

/** The README with the text between the markers of `name` replaced. */
export function withPart(readme: string, name: string, text: string): string {
  const part = new RegExp(`(<!-- ${name}[^>]*-->\n)[\\s\\S]*?(<!-- /${name} -->)`);
  if (!part.test(readme)) throw new Error(`README.md has no part ${name}`);
  return readme.replace(part, (_, open: string, close: string) => `${open}${text}\n${close}`);
}

if (isMain(import.meta.filename)) {
  await runMain(async () => {
    const readme = withPart(readFileSync(FILE, 'utf8'), 'settings', settingsTable());
    writeFileSync(FILE, withPart(readme, 'workflow', workflowPart()));
  });
}
