import { writeFile } from 'node:fs/promises';
import { shanghaiDate } from '../src/lib/clock.ts';
import { apiDocument } from '../src/routes/openapi/document.ts';
import { fromRoot, isMain } from './root.ts';

/** Writes the public contract beside the other assets, as the texts in force today have it. */
export async function buildOpenApi(outDir: string): Promise<void> {
  const document = apiDocument(shanghaiDate(Date.now()));
  await writeFile(`${outDir}/openapi.json`, `${JSON.stringify(document, null, 2)}\n`);
}

if (isMain(import.meta.filename)) await buildOpenApi(fromRoot('dist', 'assets'));
