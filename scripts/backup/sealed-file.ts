import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { newId } from '../../src/lib/ids.ts';
import { base64url, fromBase64, fromUtf8, randomBytes, utf8 } from '../../src/lib/bytes.ts';
import type { KeyRing } from '../../src/lib/sealing/key-ring.ts';
import { both, Stop } from '../stop.ts';

/** How long a backup may be put back: what was erased since then is on the list of erasures for as long (PIPL 47). */
export const KEPT_DAYS = 30;
const DAY = 86_400_000;

const headSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.strictObject({ minyi: v.literal('backup/1'), id: v.string(), at: v.number(), kid: v.string() }),
);
type Head = v.InferOutput<typeof headSchema>;

/** What a part is bound to: its file, its place, and whether it is the last, so that none can be cut off or moved. */
const bound = (head: Head, index: number, last: boolean) => ({
  additionalData: utf8(`${JSON.stringify(head)}|${index}|${last ? 'last' : 'more'}`),
});

/**
 * Writes parts, in their order, as a sealed file: a head in the open (format, time, key id), then one line a part, packed
 * and sealed with AES-256-GCM under the ring. Gives the time it stands for.
 */
export async function writeSealed(
  path: string,
  { ring, now }: { ring: KeyRing; now: number },
  parts: AsyncIterable<unknown>,
): Promise<void> {
  const head: Head = { minyi: 'backup/1', id: newId(now), at: now, kid: ring.current };
  const key = await ring.aes('backup', ring.current);
  const out = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  const write = async (line: string): Promise<void> => {
    if (!out.write(`${line}\n`)) await new Promise<void>((resolve) => out.once('drain', () => resolve()));
  };
  const opened = new Promise<void>((resolve, reject) => out.once('open', () => resolve()).once('error', reject));
  await opened;
  await write(JSON.stringify(head));
  let index = 0;
  const seal = async (part: unknown, last: boolean): Promise<void> => {
    const iv = randomBytes(12);
    const packed = new Uint8Array(gzipSync(JSON.stringify(part)));
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, ...bound(head, index, last) }, key, packed);
    index += 1;
    await write(`${base64url(iv)}.${Buffer.from(sealed).toString('base64url')}`);
  };
  for await (const part of parts) await seal(part, false);
  await seal(null, true);
  await new Promise<void>((resolve, reject) => out.once('error', reject).end(() => resolve()));
}

/** The head of a file, or a `Stop` where it is no backup of ours. */
async function headOf(lines: AsyncIterator<string>): Promise<Head> {
  const first = await lines.next();
  const read = v.safeParse(headSchema, first.done ? '' : first.value);
  if (!read.success) throw new Stop(both('这不是备份文件。', 'This is no backup file.'));
  return read.output;
}

/** Reads a sealed file back, part by part. Stops where it is older than 30 days, cut off, changed, or its key is missing. */
export async function* readSealed(
  path: string,
  { ring, now }: { ring: KeyRing; now: number },
): AsyncGenerator<unknown, void> {
  const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })[Symbol.asyncIterator]();
  const head = await headOf(lines);
  if (now - head.at > KEPT_DAYS * DAY)
    throw new Stop(
      both(
        `备份已超过 ${KEPT_DAYS} 天, 不能再用。`,
        `This backup is older than ${KEPT_DAYS} days and may not be used.`,
      ),
    );
  if (!ring.ids.includes(head.kid))
    throw new Stop(both(`密钥环里没有 ${head.kid}。`, `The ring has no key ${head.kid}.`));
  const key = await ring.aes('backup', head.kid);
  const open = async (line: string, index: number, last: boolean): Promise<Uint8Array | null> => {
    const [iv, sealed] = line.split('.').map((part) => fromBase64(part));
    if (!iv || !sealed) return null;
    const params = { name: 'AES-GCM', iv, ...bound(head, index, last) };
    return crypto.subtle.decrypt(params, key, sealed).then(
      (bytes) => new Uint8Array(bytes),
      () => null,
    );
  };
  for (let index = 0; ; index += 1) {
    const line = await lines.next();
    const text = line.done ? '' : line.value;
    const part = await open(text, index, false);
    if (part) {
      yield JSON.parse(fromUtf8(gunzipSync(part)));
      continue;
    }
    if (await open(text, index, true)) return;
    throw new Stop(both('备份文件被截断或改过。', 'The backup was cut off or changed.'));
  }
}
