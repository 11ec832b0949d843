const repeat = (part: string, count: number): string => part.repeat(count);

/** Texts that broke something somewhere (security.md, "Bad inputs"). Whole words to us: kept, escaped, never obeyed. */
export const nastyTexts: Readonly<Record<string, string>> = {
  'a NUL': '路灯\u0000不亮了',
  'lone surrogates': '路灯\ud800不亮\udc00了',
  'right to left': '路灯\u202e不亮\u2066了',
  'zero width': '路\u200b灯\u200d\ufeff不亮了',
  'Extension B': '𠮷野家𡈽田',
  'every control character':
    String.fromCharCode(...Array.from({ length: 32 }, (_, n) => n)) + '\u007f\u0085\u2028路灯不亮',
  'full width': '１５４００００００９９',
  'a formula': "=cmd|' /C calc'!A0",
  'another formula': '@SUM(1+1)*cmd|a',
  'a tab before a formula': '\t=1+1 路灯',
  'a script': '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>',
  'an end of textarea': '</textarea></form><b>路灯</b>',
  markdown: '[路灯](javascript:alert(1)) ![](http://x.example/y.png)',
  entities: '&lt;b&gt; &amp;amp; &#x3c;',
  quotes: "'; DROP TABLE cases; -- \\' OR 1=1",
  'a template': '{phone} ${1+1} {{7*7}} %s %n {0}',
  'line ends': 'a\r\nSet-Cookie: x=1\r\n\r\n路灯',
  'a path': '../../../etc/passwd\\..\\..',
  'combining marks': `路${repeat('\u0301', 40)}灯不亮`,
  'not numbers': 'NaN',
  'names of objects': '__proto__',
};

const deep = (open: string, close: string, inner: string, depth = 10_000): string =>
  repeat(open, depth) + inner + repeat(close, depth);

/** Bodies that are no JSON object; as bytes where no text could say it. */
export const notJson: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>> = {
  nothing: '',
  blank: ' \n',
  'an open brace': '{',
  null: 'null',
  'a list': '[]',
  'a string': '"x"',
  'a number': '1e400',
  NaN: '{"contact":NaN}',
  'single quotes': "{'contact':1}",
  'a comma too many': '{"contact":1,}',
  'two objects': '{}{}',
  'ten thousand lists': deep('[', ']', ''),
  'ten thousand objects cut short': repeat('{"a":', 10_000),
  'bytes that are no UTF-8': new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  'UTF-16': new Uint8Array(Buffer.from('{"contact":{}}', 'utf16le')),
  'a ZIP': new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]),
};

/** Values JSON can carry and no question asks for. */
export const nastyJson: Readonly<Record<string, string>> = {
  'ten thousand lists': deep('[', ']', '1'),
  'ten thousand objects': deep('{"a":', '}', '1', 9000),
  infinity: '1e400',
  'minus zero': '-0',
  'above 2^53': '9007199254740993',
  'a tiny number': '1e-400',
  true: 'true',
  null: 'null',
  'a proto': '{"__proto__":{"isAdmin":true}}',
  'a constructor': '{"constructor":{"prototype":{"x":1}}}',
  'a toString': '{"toString":1,"valueOf":2,"length":-1}',
  'a then': '{"then":"x"}',
  'sixty thousand characters': JSON.stringify(repeat('a', 60_000)),
  'regex bait': JSON.stringify(`${repeat('a', 30_000)}@${repeat('a.', 15_000)}!`),
  'digits without end': JSON.stringify(`+86${repeat('1', 50_000)}x`),
  'escaped surrogates': '"\\ud800\\udbff\\ud800"',
  'four thousand items': `[${repeat('"sms",', 4000)}"sms"]`,
};
