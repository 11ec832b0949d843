import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { build, transform, type BuildOptions } from 'esbuild';
import { sites } from '../src/sites/index.ts';
import { siteColours } from '../src/ui/style/site-colours.ts';
import { GLYPH_FILE } from './glyphs/characters.ts';
import { fromRoot, isMain } from './root.ts';

const ui = (path: string): string => fromRoot('src', 'ui', path);

/** The oldest web views residents have: WeChat's own Chromium and that of iOS 13. */
const BASELINE = ['chrome86', 'ios13'];

const common = {
  bundle: true,
  minify: true,
  charset: 'utf8',
  target: BASELINE,
  // iOS has it since 10; esbuild counts it as missing because of a corner case fixed in 14.5, and cannot lower it.
  supported: { destructuring: true },
  logLevel: 'warning',
} satisfies BuildOptions;

async function style(entry: string): Promise<string> {
  const { outputFiles } = await build({ ...common, entryPoints: [ui(entry)], write: false });
  return outputFiles[0]?.text ?? '';
}

/** One rule a county. */
async function colours(): Promise<string> {
  return (await transform(siteColours(sites), { loader: 'css', minify: true, target: BASELINE })).code;
}

/** Scripts by the name they are served under. */
const SCRIPTS = [
  ['minyi.js', 'browser/main.ts'],
  ['embed.js', 'browser/embed.ts'],
  ['staff.js', 'browser/staff.ts'],
] as const;

/** Writes what the asset host serves beside the Worker; names are fixed, the host's ETag tells a change. */
export async function buildAssets(outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  await writeFile(`${outDir}/minyi.css`, (await style('style/minyi.css')) + (await colours()));
  // What only receipts, web editors, programmers and a local run need does not weigh on the page of a form.
  for (const name of ['receipt.css', 'proposals.css', 'editors.css', 'dev.css', 'docs.css', 'staff.css'])
    await writeFile(`${outDir}/${name}`, await style(`style/${name}`));
  for (const [name, entry] of SCRIPTS) {
    await build({ ...common, entryPoints: [ui(entry)], outfile: `${outDir}/${name}`, format: 'iife' });
  }
  await copyFile(ui('icon.svg'), `${outDir}/icon.svg`);
  // For the Worker: in its bundle they would be a quarter of it, on each start of an isolate.
  await copyFile(GLYPH_FILE, `${outDir}/receipt-glyphs.bin`);
}

if (isMain(import.meta.filename)) await buildAssets(fromRoot('dist', 'assets'));
