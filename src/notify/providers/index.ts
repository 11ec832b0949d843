import type { SupplierKind } from '../define.ts';
import { mailbox } from './mailbox.ts';

/** Every supplier, in the order they are tried where a site names none. A new one is a file here and a line. */
export const supplierKinds: readonly SupplierKind[] = [mailbox];
