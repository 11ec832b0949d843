import { utf8 } from '../lib/bytes.ts';

/** A picture of at most 16 colours: one palette index a pixel, row by row, palette as `[red, green, blue]`. */
export interface IndexedPicture {
  width: number;
  height: number;
  pixels: Uint8Array;
  palette: readonly (readonly [number, number, number])[];
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const BITS = 4;
const INDEXED = 3;

/** PNG with a palette and four bits a pixel (ISO/IEC 15948), unfiltered: that suits drawn lines and letters best. */
export async function encodePng(picture: IndexedPicture): Promise<Uint8Array<ArrayBuffer>> {
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, picture.width);
  header.setUint32(4, picture.height);
  header.setUint8(8, BITS);
  header.setUint8(9, INDEXED);
  return joined([
    SIGNATURE,
    chunk('IHDR', new Uint8Array(header.buffer)),
    chunk('PLTE', Uint8Array.from(picture.palette.flat())),
    chunk('IDAT', await deflate(scanlines(picture))),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

/** Each row behind its filter byte (0, none), two pixels to the byte. */
function scanlines({ width, height, pixels }: IndexedPicture): Uint8Array<ArrayBuffer> {
  const stride = 1 + Math.ceil(width / 2);
  const bytes = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 2) {
      const right = x + 1 < width ? (pixels[y * width + x + 1] ?? 0) : 0;
      bytes[y * stride + 1 + x / 2] = ((pixels[y * width + x] ?? 0) << BITS) | right;
    }
  }
  return bytes;
}

async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const { readable, writable } = new CompressionStream('deflate');
  const writer = writable.getWriter();
  const [packed] = await Promise.all([new Response(readable).arrayBuffer(), writer.write(bytes), writer.close()]);
  return new Uint8Array(packed);
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const named = joined([utf8(name), data]);
  const frame = new DataView(new ArrayBuffer(8));
  frame.setUint32(0, data.length);
  frame.setUint32(4, crc32(named));
  const bytes = new Uint8Array(frame.buffer);
  return joined([bytes.subarray(0, 4), named, bytes.subarray(4)]);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
