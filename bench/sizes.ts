import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { arch, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { withPart } from '../scripts/readme.ts';
import { fromRoot } from '../scripts/root.ts';
import { runMain } from '../scripts/stop.ts';
import { buildWorker } from '../scripts/wrangler.ts';
import { openDrafts } from '../test/harness/form-pages.ts';
import { startStack } from '../test/harness/stack.ts';

const PAGES = ['/wanrong/petition', '/wanrong/drafts/hd-waste-2026', '/wenxi/subsidies/hire-reward', '/jishan/pledge'];
const kib = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KiB`;

/** The minified Worker as a deployment uploads it. */
async function bundle(): Promise<string> {
  const outdir = mkdtempSync(join(tmpdir(), 'minyi-size-'));
  try {
    return /gzip: ([\d.]+ KiB)/.exec(await buildWorker(outdir, ['--minify']))?.[1] ?? 'unknown';
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** A page with all it loads: as served here, and as the network's gzip would carry it. */
async function weights(): Promise<string[]> {
  const stack = await startStack();
  try {
    await openDrafts(stack);
    const rows: string[] = [];
    for (const page of PAGES) {
      const html = await (await stack.fetch(page)).text();
      const parts = [...html.matchAll(/(?:href|src)="(\/[\w.]+\.(?:css|js|svg))"/g)].map((match) => match[1] ?? '');
      const bodies = [html, ...(await Promise.all(parts.map(async (part) => (await stack.fetch(part)).text())))];
      const plain = bodies.reduce((sum, body) => sum + Buffer.byteLength(body), 0);
      const packed = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
      rows.push(`| \`${page}\`, all files | ${kib(plain)} | ${kib(packed)} |`);
    }
    return rows;
  } finally {
    await stack.stop();
  }
}

await runMain(async () => {
  const machine = `${cpus().length} cores, ${arch()}, ${cpus()[0]?.model ?? ''}, Node ${process.version}`;
  const rows = [`| Worker, minified | | ${await bundle()} |`, ...(await weights())];
  const table = [`Machine: ${machine}`, '', '| | plain | gzip |', '|---|---|---|', ...rows].join('\n');
  console.log(table);
  const file = fromRoot('README.md');
  writeFileSync(file, withPart(readFileSync(file, 'utf8'), 'sizes', table));
});
