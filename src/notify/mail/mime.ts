import { utf8 } from '../../lib/bytes.ts';
import type { Message } from '../message.ts';
import { oneLine } from './address.ts';

/** RFC 2047: an encoded-word is at most 75 characters, of which 45 bytes of text make 60. */
const BYTES_A_WORD = 45;

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/**
 * A header value as RFC 2047 wants it: ASCII that fits a line as it is, anything else in encoded-words of at most 75
 * characters, split between characters, each on a line of its own.
 */
export function headerText(text: string): string {
  const plain = oneLine(text);
  if (/^[\x20-\x7e]{0,60}$/.test(plain) && !plain.includes('=?')) return plain;
  const words: string[] = [];
  let word = '';
  for (const char of plain) {
    if (utf8(word + char).length > BYTES_A_WORD) {
      words.push(word);
      word = '';
    }
    word += char;
  }
  return [...words, word].map((part) => `=?UTF-8?B?${base64(utf8(part))}?=`).join('\r\n ');
}

/** A body part in base64, lines of 76 characters: no line is ever too long, none begins with a dot. */
const part = (type: string, boundary: string, text: string): string =>
  [
    `--${boundary}`,
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    base64(utf8(text)).replace(/.{1,76}/g, '$&\r\n'),
  ].join('\r\n');

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** RFC 5322 in +0800: `Fri, 20 Nov 2026 10:00:00 +0800`. */
function mailDate(ms: number): string {
  const at = new Date(ms + 8 * 3_600_000);
  const day = `${DAYS[at.getUTCDay()]}, ${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
  return `${day} ${at.toISOString().slice(11, 19)} +0800`;
}

/** The e-mail as it goes over the wire, headers and the same words in text and in HTML. */
export function compose(message: Message, from: { name: string; address: string }, now: number): string {
  const boundary = `minyi-${message.id}`;
  const name = headerText(from.name);
  const headers = [
    `From: ${name.startsWith('=?') ? name : `"${name.replace(/["\\]/g, '')}"`}\r\n <${from.address}>`,
    `To: <${oneLine(message.to)}>`,
    `Subject: ${headerText(message.subject ?? '')}`,
    `Date: ${mailDate(now)}`,
    `Message-ID: <${message.id}@${from.address.slice(from.address.indexOf('@') + 1)}>`,
    'MIME-Version: 1.0',
    'Auto-Submitted: auto-generated',
    `Content-Language: ${message.lang === 'zh' ? 'zh-CN' : 'en'}`,
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
  ];
  const parts = [part('text/plain', boundary, message.text), part('text/html', boundary, message.html ?? '')];
  const body = message.html === undefined ? parts.slice(0, 1) : parts;
  return [...headers, '', ...body, `--${boundary}--`, ''].join('\r\n');
}
