import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startChild, type Child } from '../../scripts/children.ts';
import { answers } from '../../scripts/sqld.ts';
import { freePort } from '../../scripts/ports.ts';
import { BUILT_WORKER } from '../../scripts/wrangler.ts';

/** The binary itself: what starts it for npm would live on when it is killed. */
const WORKERD = createRequire(import.meta.url)('workerd') as { default: string };

export interface ServedOptions {
  /** Where the objects keep what they acknowledged; the same directory is the same objects. */
  dir: string;
  port?: number;
  /** Vars and secrets by name. */
  values: Record<string, string>;
  /** A module of its own in place of the built Worker, for comparison. */
  script?: string;
  /** The built Worker of another release. */
  built?: string;
  /** What runs before the Worker's own first line. */
  before?: string;
  /** Where the object store answers, as `host:port`; without one the Worker has none. */
  store?: string;
  /** A certificate, in PEM, of a server that the Worker may trust beside nothing else. */
  trust?: string;
}

export interface Served {
  url: string;
  child: Child;
  /** One cron tick, as Cloudflare gives it; throws where the Worker's run threw. */
  tick(): Promise<void>;
}

/** What Cloudflare's cron is to the Worker: another service that calls its `scheduled`. */
const CRON = `export default { async fetch(request, { MAIN }) {
  return Response.json(await MAIN.scheduled({ cron: '*/1 * * * *', scheduledTime: new Date() }));
} }`;

const text = (name: string, value: string) => `(name = ${JSON.stringify(name)}, text = ${JSON.stringify(value)})`;

/** The built Worker in bare `workerd serve`, objects on disk and no proxy in front: as fast, and as killable, as it gets. */
export async function serve(options: ServedOptions): Promise<Served> {
  const { dir, port, values, script, built, before = '', store, trust } = options;
  mkdirSync(join(dir, 'objects'), { recursive: true });
  // A configuration takes in nothing from outside its own directory.
  const source = readFileSync(script ?? join(built ?? BUILT_WORKER, 'worker.js'), 'utf8');
  writeFileSync(join(dir, 'worker.js'), before + source);
  const http = port ?? (await freePort());
  const cron = await freePort();
  const config = join(dir, 'config.capnp');
  const objects = script
    ? ''
    : `durableObjectNamespaces = [(className = "IntakeObject", uniqueKey = "intake", enableSql = true)],
    durableObjectStorage = (localDisk = "objects"),`;
  const bindings = [
    ...Object.entries(values).map(([name, value]) => text(name, value)),
    ...(script ? [] : ['(name = "INTAKE_OBJECTS", durableObjectNamespace = "IntakeObject")']),
    ...(store === undefined ? [] : ['(name = "OBJECTS", r2Bucket = "store")']),
  ];
  writeFileSync(
    config,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "internet", network = (allow = ["public", "private"], tlsOptions = (trustedCertificates = [${trust === undefined ? '' : JSON.stringify(trust)}]))),
    (name = "cron", worker = .cron),
    (name = "objects", disk = (path = ${JSON.stringify(join(dir, 'objects'))}, writable = true)),
    ${store === undefined ? '' : `(name = "store", external = (address = ${JSON.stringify(store)}, http = ())),`}
  ],
  sockets = [
    (name = "http", address = "127.0.0.1:${http}", http = (), service = "main"),
    (name = "cron", address = "127.0.0.1:${cron}", http = (), service = "cron"),
  ],
);
const cron :Workerd.Worker = (
    modules = [(name = "cron.js", esModule = ${JSON.stringify(CRON)})],
    compatibilityDate = "2026-11-17",
    compatibilityFlags = ["service_binding_extra_handlers"],
    bindings = [(name = "MAIN", service = "main")],
);
const main :Workerd.Worker = (
    modules = [(name = "worker.js", esModule = embed "worker.js")],
    compatibilityDate = "2026-11-17",
    ${objects}
    bindings = [${bindings.join(', ')}],
);
`,
  );
  const lines: string[] = [];
  const child = startChild({
    name: 'workerd',
    file: WORKERD.default,
    args: ['serve', '--experimental', config],
    onLine: (line) => lines.push(line) > 50 && lines.shift(),
  });
  let reason: string | undefined;
  void child.gone.then((why) => (reason = why));
  const url = `http://127.0.0.1:${http}`;
  for (let tries = 0; !(await answers(`${url}/healthz`)); tries += 1) {
    if (reason !== undefined || tries > 200) throw new Error(`workerd did not start: ${reason}\n${lines.join('\n')}`);
    await wait(50);
  }
  const tick = async (): Promise<void> => {
    const answer = await fetch(`http://127.0.0.1:${cron}/`);
    const { outcome } = await answer.json<{ outcome: string }>();
    if (outcome !== 'ok') throw new Error(`the scheduled run ended as ${outcome}: ${lines.join('\n')}`);
  };
  return { url, child, tick };
}
