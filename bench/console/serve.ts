import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startChild, type Child } from '../../scripts/children.ts';
import { freePort } from '../../scripts/ports.ts';
import { fromRoot } from '../../scripts/root.ts';

export interface Served {
  url: string;
  staffUrl: string;
  child: Child;
}

/**
 * Runs a built Worker under `workerd serve`, as Cloudflare would, without wrangler's proxy in front of it. Its assets are a
 * directory on disk; the rate-limit shield and the object store are bindings of the platform and stay away, as they may.
 */
export async function serve(outdir: string, values: Record<string, string>): Promise<Served> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const staffUrl = `http://localhost:${port}`;
  const texts = { ENVIRONMENT: 'local', PUBLIC_URL: url, STAFF_URL: staffUrl, EXTRA_ORIGINS: '', ...values };
  const bindings = Object.entries(texts).map(([name, text]) => `(name = "${name}", text = ${JSON.stringify(text)})`);
  const config = join(outdir, 'serve.capnp');
  writeFileSync(
    config,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .minyi),
    (name = "assets", disk = (path = ${JSON.stringify(fromRoot('dist', 'assets'))})),
    (name = "database", network = (allow = ["private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
const minyi :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  compatibilityDate = "2026-11-17",
  bindings = [(name = "ASSETS", service = "assets"), ${bindings.join(', ')}],
  globalOutbound = "database",
);
`,
  );
  const said: string[] = [];
  const child = startChild({
    name: 'workerd',
    file: fromRoot('node_modules', '.bin', 'workerd'),
    args: ['serve', config],
    onLine: (line) => said.push(line) > 20 && said.shift(),
  });
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    if (answer?.ok) return { url, staffUrl, child };
    await wait(100);
  }
  throw new Error(`workerd did not start:\n${said.join('\n')}`);
}
