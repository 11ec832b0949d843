import { runTypeScript } from './node-version.mjs';

await runTypeScript('./test.ts');
