import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assetHeaders } from './asset-headers.ts';
import { buildAssets } from './build-assets.ts';
import { buildOpenApi } from './build-openapi.ts';
import { fromRoot } from './root.ts';

// What wrangler runs before it bundles the Worker: everything that is served as a file.
const assets = fromRoot('dist', 'assets');
await mkdir(assets, { recursive: true });
await buildAssets(assets);
await buildOpenApi(assets);
await writeFile(join(assets, '_headers'), assetHeaders());
