import type { Supplier } from '../define.ts';
import { mailboxSupplier } from './mailbox.ts';

type Tools = Parameters<typeof mailboxSupplier>[0];

/** Every supplier, in the order they are tried. */
export const suppliers = (tools: Tools): readonly Supplier[] => [mailboxSupplier(tools)];
