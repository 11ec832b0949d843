const SYSTEMS = [
  ['Windows', /Windows/],
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['macOS', /Macintosh/],
  ['Linux', /Linux/],
] as const;

const BROWSERS = [
  ['WeChat', /MicroMessenger/],
  ['Edge', /Edg\//],
  ['Firefox', /Firefox\//],
  ['Chrome', /Chrome\//],
  ['Safari', /Safari\//],
] as const;

/** Browser and system in two words, enough to know one's own sessions apart; empty where neither is known. */
export function deviceOf(userAgent: string): string {
  const named = [BROWSERS, SYSTEMS].map((list) => list.find(([, sign]) => sign.test(userAgent))?.[0]);
  return named.filter((name) => name !== undefined).join(' · ');
}
