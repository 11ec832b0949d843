import { DurableObject } from 'cloudflare:workers';
import { app } from './app.ts';
import { depsFor, deskFor, newIsolate, type Isolate } from './deps.ts';
import { missingBindings, parseEnv, type Bindings } from './env.ts';
import type { Asked, Desk, Item } from './intake/item.ts';
import { log } from './lib/log.ts';
import { tick, wake } from './jobs/tick.ts';

/** Above sqld's own 5 s lock wait. */
const BACKGROUND_MS = 8000;

let isolate: Isolate | null = null;

/** Parses the environment once per isolate; a wrong one answers a bare 503 and logs the names of the keys. */
function ready(bindings: Bindings): Isolate | null {
  if (isolate) return isolate;
  const parsed = parseEnv(bindings);
  const wrong = parsed.ok ? missingBindings(parsed.settings, bindings) : parsed.wrong;
  if (!parsed.ok || wrong.length > 0) {
    log('error', 'settings missing or wrong', { names: wrong });
    return null;
  }
  isolate = newIsolate(parsed.settings);
  return isolate;
}

/** The intake of one site: what it does is in src/intake/desk.ts. */
export class IntakeObject extends DurableObject<Bindings> implements Desk {
  readonly #desk: ReturnType<typeof deskFor>;

  constructor(state: DurableObjectState, bindings: Bindings) {
    super(state, bindings);
    const live = ready(bindings);
    if (!live) throw new Error('settings missing or wrong');
    const background = {
      bindings,
      address: '',
      timeoutMs: BACKGROUND_MS,
      later: (work: Promise<unknown>) => state.waitUntil(work),
    };
    this.#desk = deskFor(live, state, (goOn) => wake(depsFor(live, background), goOn));
  }

  take(item: Item) {
    return this.#desk.take(item);
  }

  takeAll(items: Item[]) {
    return this.#desk.takeAll(items);
  }

  find(asked: Asked) {
    return this.#desk.find(asked);
  }

  repeatOf(keyHash: string) {
    return this.#desk.repeatOf(keyHash);
  }

  backlog() {
    return this.#desk.backlog();
  }

  file() {
    return this.#desk.file();
  }

  override alarm() {
    return this.#desk.called();
  }
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
    await tick(
      depsFor(live, { bindings, address: '', timeoutMs: BACKGROUND_MS, later: (work) => context.waitUntil(work) }),
    );
  },
} satisfies ExportedHandler<Bindings>;
