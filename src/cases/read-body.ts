import { commonRules } from '../forms/body.ts';
import type { CaseKind, FormContext, Json } from '../forms/define.ts';
import { readGroup, type Fields, type Problem } from '../lib/fields/index.ts';

export interface ReadBody {
  fields: Fields;
  body: Json;
  problems: Problem[];
}

/** Reads a parsed body by its kind: fields first, then the rules between them, each path reported once. */
export function readBody(form: CaseKind, context: FormContext, raw: Json): ReadBody {
  const fields = form.fields(context, raw);
  const { value: body, problems } = readGroup(fields, raw);
  const known = new Set(problems.map(({ path }) => path));
  const ruled = [...commonRules(body, context), ...form.rules(body, context)];
  for (const problem of ruled) {
    if (known.has(problem.path)) continue;
    known.add(problem.path);
    problems.push(problem);
  }
  return { fields, body, problems };
}
