import { readFileSync, writeFileSync } from 'node:fs';
import { allSettings } from '../src/env.ts';
import { dataRequest } from '../src/forms/data-request/index.ts';
import { petition } from '../src/forms/petition/index.ts';
import { proposal } from '../src/forms/proposal/index.ts';
import { magicTable } from '../src/notify/magic.ts';
import type { Workflow } from '../src/workflow/define.ts';
import { diagramOf } from './readme/diagram.ts';
import { faultTable } from './readme/faults.ts';
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

const drawn = (workflow: Workflow): string => `\`\`\`mermaid\n${diagramOf(workflow)}\n\`\`\``;

/** Roads as diagrams, from the values they are walked by: each part of the README with its text. */
export const roads: Readonly<Record<string, string>> = {
  workflow: drawn(petition.workflow),
  'proposal-road': drawn(proposal.workflow),
  'data-request-road': drawn(dataRequest.workflow),
};

/** The README with the text between the markers of `name` replaced. */
export function withPart(readme: string, name: string, text: string): string {
  const part = new RegExp(`(<!-- ${name}[^>]*-->\n)[\\s\\S]*?(<!-- /${name} -->)`);
  if (!part.test(readme)) throw new Error(`README.md has no part ${name}`);
  return readme.replace(part, (_, open: string, close: string) => `${open}${text}\n${close}`);
}

if (isMain(import.meta.filename)) {
  await runMain(async () => {
    const settings = withPart(readFileSync(FILE, 'utf8'), 'settings', settingsTable());
    const readme = withPart(withPart(settings, 'magic', magicTable()), 'message-faults', faultTable());
    writeFileSync(
      FILE,
      Object.entries(roads).reduce((text, [name, road]) => withPart(text, name, road), readme),
    );
  });
}
