import type { Fields, Node } from '../lib/fields/index.ts';
import type { Json } from '../forms/define.ts';

/** A body taken apart: what may stay open, and what is sealed, by dotted path. Together they are the whole. */
export interface BodyParts {
  open: Json;
  sealed: Record<string, unknown>;
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Takes a read body apart by its fields' `sealed` mark; `all`: every leaf is sealed (检举控告). */
export function takeApart(fields: Fields, body: Json, all = false): BodyParts {
  const parts: BodyParts = { open: {}, sealed: {} };
  for (const [key, node] of Object.entries(fields)) {
    if (body[key] !== undefined) part(node, key, body[key], all, parts.open, parts.sealed);
  }
  return parts;
}

function part(node: Node, path: string, value: unknown, all: boolean, open: Json, sealed: Json): void {
  const key = path.slice(path.lastIndexOf('.') + 1);
  if (node.is === 'group' && isJson(value)) {
    const inner: Json = {};
    for (const [name, child] of Object.entries(node.fields)) {
      if (value[name] !== undefined) part(child, `${path}.${name}`, value[name], all, inner, sealed);
    }
    if (Object.keys(inner).length > 0) open[key] = inner;
    return;
  }
  const secret = all || holdsSealed(node);
  (secret ? sealed : open)[secret ? path : key] = value;
}

/** A list is one leaf: sealed whole where any of its questions is. */
const holdsSealed = (node: Node): boolean =>
  node.is === 'field' ? node.sealed === true : Object.values(node.fields).some(holdsSealed);

/** The whole body again from its parts. */
export function putTogether({ open, sealed }: BodyParts): Json {
  const whole = structuredClone(open);
  for (const [path, value] of Object.entries(sealed)) {
    const steps = path.split('.');
    const last = steps.pop() ?? path;
    let at = whole;
    for (const step of steps) {
      const next = at[step];
      at = isJson(next) ? next : (at[step] = {});
    }
    at[last] = value;
  }
  return whole;
}
