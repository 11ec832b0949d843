import { app } from './app.ts';
import { depsFor, newIsolate, type Isolate } from './deps.ts';
import { missingBindings, parseEnv, type Bindings } from './env.ts';
import { tick } from './jobs/tick.ts';

let isolate: Isolate | null = null;

/** Parses the environment once per isolate; a wrong one answers a bare 503 and logs the names of the keys. */
function ready(bindings: Bindings): Isolate | null {
  if (isolate) return isolate;
  const parsed = parseEnv(bindings);
  const wrong = parsed.ok ? missingBindings(parsed.settings, bindings) : parsed.wrong;
  if (!parsed.ok || wrong.length > 0) {
    console.error('settings missing or wrong:', wrong.join(', '));
    return null;
  }
  isolate = newIsolate(parsed.settings);
  return isolate;
}

export default {
  async fetch(request, bindings, context) {
    const live = ready(bindings);
    if (!live) return new Response(null, { status: 503 });
    const deps = depsFor(live, {
      bindings,
      address: request.headers.get('cf-connecting-ip') ?? '127.0.0.1',
      timeoutMs: 2000,
      later: (work) => context.waitUntil(work),
    });
    return app(deps).fetch(request);
  },
  async scheduled(_controller, bindings, context) {
    const live = ready(bindings);
    if (!live) return;
    await tick(depsFor(live, { bindings, address: '', timeoutMs: 8000, later: (work) => context.waitUntil(work) }));
  },
} satisfies ExportedHandler<Bindings>;
