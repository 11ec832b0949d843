import type { Supplier, SupplierKind } from './define.ts';
import type { Means } from './means.ts';

/** A supplier whose settings are there and right. */
export interface ReadySupplier extends Pick<SupplierKind, 'id' | 'channels' | 'real' | 'needs' | 'reports'> {
  open(means: Means): Supplier;
}

/** Which suppliers may be used, and the names of the keys that keep a half-set one from it. */
export function readSuppliers(
  kinds: readonly SupplierKind[],
  values: Readonly<Record<string, unknown>>,
): { ready: ReadySupplier[]; wrong: string[] } {
  const ready: ReadySupplier[] = [];
  const wrong: string[] = [];
  for (const { id, channels, real, needs, reports, configure } of kinds) {
    const found = configure(values);
    if (found.is === 'ready') ready.push({ id, channels, real, needs, reports, open: found.open });
    if (found.is === 'wrong') wrong.push(...found.names);
  }
  return { ready, wrong };
}
