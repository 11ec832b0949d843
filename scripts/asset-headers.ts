/** The headers of one path pattern, in the order they are written. */
type Rule = [path: string, headers: Record<string, string>];

/** Names never change with their content, so each use asks again and the ETag answers. */
const RULES: Rule[] = [
  [
    '/*',
    {
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
      'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-cache',
    },
  ],
  // County pages load this one from their own origin.
  ['/embed.js', { 'Cross-Origin-Resource-Policy': 'cross-origin' }],
  // Whoever builds on the interface reads it from a page or a tool of their own.
  ['/openapi.json', { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' }],
];

/** The `_headers` file of the asset host, which answers for files without asking the Worker. */
export function assetHeaders(): string {
  const rules = RULES.map(([path, headers]) => {
    const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
    return [path, ...lines].join('\n');
  });
  return `${rules.join('\n\n')}\n`;
}
