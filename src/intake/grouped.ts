import type { Desk, Intake, Order, Taken } from './item.ts';

/** Longer than an object ever takes: 2 s for the database, then its own storage; or 8 s behind another under its key. */
const PATIENCE_MS = 9000;

/**
 * Hands each submission to the object of its site. Where that cannot be reached, or gives up, the batch goes straight to
 * the database: had the object written or kept it all the same, it is the same case with the same id. `hand`: alone, or
 * with what others bring at the same time.
 */
export const grouped = (
  deskOf: (site: string) => Desk,
  straight: Intake,
  hand: (desk: Desk, order: Order) => Promise<Taken> = alone,
): Intake => ({
  wakes: true,
  async take(order) {
    const taken = await within(PATIENCE_MS, hand(deskOf(order.site), order)).catch((): Taken => ({ is: 'gone' }));
    return taken.is === 'gone' ? straight.take(order) : taken;
  },
  find: (site, asked) => within(PATIENCE_MS, deskOf(site).find(asked)),
  repeatOf: (site, keyHash) => within(PATIENCE_MS, deskOf(site).repeatOf(keyHash)),
  backlog: (site) => within(PATIENCE_MS, deskOf(site).backlog()),
  file: (site) => deskOf(site).file(),
});

async function alone(desk: Desk, { make }: Order): Promise<Taken> {
  return desk.take(await make());
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the intake object does not answer')), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
