import { shanghaiDate } from '../../src/lib/clock.ts';
import { apiDocument } from '../../src/routes/openapi/document.ts';
import { schemasOf } from './schemas.ts';

const document = apiDocument(shanghaiDate(Date.now()));
const schemas = schemasOf(document);

const templates = Object.entries(document.paths).map(([path, methods]) => ({
  path,
  methods,
  matches: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
}));

/** The published operation of a request; a fixed path goes before one with a parameter. */
export function operationOf(method: string, path: string) {
  const [found] = templates
    .filter(({ matches, methods }) => matches.test(path) && method.toLowerCase() in methods)
    .toSorted((a, b) => a.path.split('{').length - b.path.split('{').length);
  return found?.methods[method.toLowerCase()];
}

/**
 * Throws where an answer is not as it is published: another status, or another shape. Unknown paths and wrong methods
 * are published nowhere and pass.
 */
export function assertDocumented(method: string, path: string, status: number, body: unknown): void {
  const operation = operationOf(method, path);
  if (!operation) return;
  const reply = operation.responses[status];
  if (!reply) throw new Error(`${method} ${path} answered ${status}, which is not published: ${JSON.stringify(body)}`);
  for (const { schema } of Object.values(reply.content)) {
    const problems = schemas.problemsOf(String(schema['$ref']), body);
    if (problems.length > 0) throw new Error(`${method} ${path} ${status}: ${problems.join('; ')}`);
  }
}
