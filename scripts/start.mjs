import { runTypeScript } from './node-version.mjs';

await runTypeScript('./start.ts');
