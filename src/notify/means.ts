import type { Database } from '../db/database.ts';
import type { Clock } from '../lib/clock.ts';
import type { KeyRing } from '../lib/sealing/key-ring.ts';

/** A TCP connection as the platform opens it; `startTls` gives the encrypted one and ends this one's use. */
export interface Connection {
  readable: ReadableStream<Uint8Array>;
  writable: WritableStream<Uint8Array>;
  startTls(): Connection;
  close(): Promise<void>;
}

/** Opens a TCP connection, encrypted at once or later by STARTTLS. */
export type Connect = (to: { hostname: string; port: number }, tls: 'at-once' | 'later') => Connection;

/** The platform's own way to send an e-mail; throws errors that carry a `code`. */
export interface PlatformMail {
  send(mail: {
    from: string | { email: string; name: string };
    to: string;
    subject: string;
    text: string;
    html?: string;
  }): Promise<{ messageId: string }>;
}

/** All a supplier may reach the world by; deps.ts hands it in, a test hands in its own. */
export interface Means {
  fetch: (request: Request) => Promise<Response>;
  clock: Clock;
  connect: Connect;
  /** Null where the deployment binds none. */
  platformMail: PlatformMail | null;
  /** Where the local mailbox keeps what it is given. */
  box: { db: Database; ring: KeyRing };
  /** Milliseconds a supplier has to answer. */
  patienceMs: number;
}
