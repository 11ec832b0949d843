import { existsSync } from 'node:fs';
import { both, Stop } from './stop.ts';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser the tests drive: `CHROMIUM_PATH`, else the first of the usual places. */
export function chromiumPath(env: NodeJS.ProcessEnv = process.env, exists = existsSync): string {
  const path = (env.CHROMIUM_PATH ? [env.CHROMIUM_PATH] : USUAL_PLACES).find((place) => exists(place));
  if (path) return path;
  throw new Stop(
    both(
      '没有找到 Chromium:请安装(Debian: apt-get install chromium fonts-noto-cjk),或用 CHROMIUM_PATH 指明它的位置。',
      'No Chromium found: install it (Debian: apt-get install chromium fonts-noto-cjk) or name it in CHROMIUM_PATH.',
    ),
  );
}
