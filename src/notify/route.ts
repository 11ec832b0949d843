import type { Supplier } from './define.ts';
import type { Channel } from './message.ts';

/** The supplier a message goes to: the first that carries the channel; for demo cases only one from which nothing leaves. */
export function supplierFor(
  message: { channel: Channel; demo: boolean },
  suppliers: readonly Supplier[],
): Supplier | undefined {
  return suppliers.find((one) => one.channels.includes(message.channel) && (!message.demo || !one.real));
}
