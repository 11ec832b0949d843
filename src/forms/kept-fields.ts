import type { Site } from '../sites/site.ts';
import type { FormContext, Json } from './define.ts';

type Make<F> = (context: FormContext, raw: Json) => F;

/** What somebody made up is kept as well, so all of it is forgotten now and then. */
const MOST = 200;

/** What stands at a dotted path of a body that may be anything. */
const at = (raw: Json, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((one, key) => (typeof one === 'object' && one !== null ? Reflect.get(one, key) : undefined), raw);

/**
 * A kind's questions made once for each site, day, surface and subject, not for every body: making them costs more than
 * reading a body by them. `subject`: the path of the one answer that they follow from.
 */
export function keepFields<F>(
  make: Make<F>,
  { subject, readsDrafts = false }: { subject?: string; readsDrafts?: boolean },
): Make<F> {
  const kept = new WeakMap<object, WeakMap<Site, Map<string, F>>>();
  const noDrafts = {};
  return (context, raw) => {
    const { site, today, drafts, onPage = false, behalf = false } = context;
    const drawn = readsDrafts ? drafts : noDrafts;
    const bySite = kept.get(drawn) ?? new WeakMap<Site, Map<string, F>>();
    kept.set(drawn, bySite);
    const known = bySite.get(site) ?? new Map<string, F>();
    bySite.set(site, known);
    const about = subject === undefined ? null : at(raw, subject);
    const name = JSON.stringify([today, onPage, behalf, typeof about === 'string' ? about : null]);
    const fields = known.get(name) ?? make(context, raw);
    if (known.size >= MOST) known.clear();
    known.set(name, fields);
    return fields;
  };
}
