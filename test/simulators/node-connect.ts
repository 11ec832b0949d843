import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Connect, Connection } from '../../src/notify/means.ts';

/** The platform's way to open a connection, on Node's sockets; trusts `ca` beside nothing else. */
export function nodeConnect(ca: string): Connect {
  const connection = (socket: Socket, hostname: string): Connection => {
    socket.on('error', () => undefined);
    let onData: ((part: Buffer) => void) | null = null;
    const readable = new ReadableStream<Uint8Array>({
      start(controller) {
        onData = (part) => controller.enqueue(new Uint8Array(part));
        socket.on('data', onData);
        socket.once('close', () => {
          if (onData) controller.close();
        });
      },
    });
    const writable = new WritableStream<Uint8Array>({
      write: (part) =>
        new Promise((resolve, reject) => {
          socket.write(part, (error) => (error ? reject(error) : resolve()));
        }),
    });
    return {
      readable,
      writable,
      startTls() {
        if (onData) socket.off('data', onData);
        onData = null;
        return connection(connectTls({ socket, ca, host: hostname, servername: 'localhost' }), hostname);
      },
      close: async () => void socket.destroy(),
    };
  };
  return ({ hostname, port }, tls) => {
    const socket =
      tls === 'at-once'
        ? connectTls({ host: hostname, port, ca, servername: 'localhost' })
        : connectTcp({ host: hostname, port });
    return connection(socket, hostname);
  };
}
