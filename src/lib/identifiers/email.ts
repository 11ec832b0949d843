import { tidyText } from '../text.ts';

const LONGEST = 254;
// The local part browsers accept for type=email, but no dot at either end and no two together (RFC 5321 dot-string).
const LOCAL = /^(?=.{1,64}$)[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
// What URL would read as a port, a path or an escape, or silently drop.
const NO_HOST = /[\s/?#@:\\[\]%]/;
const HOST = /^(?=.{4,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?:[a-z]{2,63}|xn--(?:[a-z\d-]{0,58}[a-z\d]))$/;

/**
 * An e-mail address, at most 254 characters, in the form mail is sent to: a domain of other letters in punycode, the
 * domain in lower case (the local part as typed). Null for quoted parts, comments, addresses by IP, line breaks.
 */
export function parseEmail(raw: string): string | null {
  const typed = tidyText(raw).normalize('NFKC');
  const at = typed.lastIndexOf('@');
  const local = typed.slice(0, at);
  const host = hostOf(typed.slice(at + 1));
  if (at < 1 || host === null || !LOCAL.test(local)) return null;
  const address = `${local}@${host}`;
  return address.length <= LONGEST ? address : null;
}

function hostOf(domain: string): string | null {
  const url = `http://${domain}`;
  if (domain.length > LONGEST || NO_HOST.test(domain) || !URL.canParse(url)) return null;
  const { hostname } = new URL(url);
  return HOST.test(hostname) ? hostname : null;
}
