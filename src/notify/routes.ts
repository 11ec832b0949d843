import * as v from 'valibot';
import { sites } from '../sites/index.ts';
import type { SupplierKind } from './define.ts';

const order = v.optional(v.pipe(v.array(v.string()), v.minLength(1)));

/** The order of suppliers by site and channel, `*` for every site not named: `{"*":{"sms":["relay","tencent-sms"]}}`. */
export const routesSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.record(
    v.pipe(
      v.string(),
      v.check((id) => id === '*' || sites.some((site) => site.id === id)),
    ),
    v.strictObject({ sms: order, email: order }),
  ),
);

export type Routes = Readonly<Record<string, { sms?: readonly string[]; email?: readonly string[] }>>;

/**
 * The names of the keys that keep the routes from being walked: those of a supplier that is named but not set, and
 * `own`, the routes' own key, where a name is no supplier, or one that does not carry the channel.
 */
export function wrongRoutes(
  routes: Routes,
  ready: readonly { id: string }[],
  kinds: readonly SupplierKind[],
  own: string,
): string[] {
  return Object.values(routes).flatMap((site) =>
    (['sms', 'email'] as const).flatMap((channel) =>
      (site[channel] ?? []).flatMap((id) => {
        const kind = kinds.find((one) => one.id === id);
        if (!kind?.real || !kind.channels.includes(channel)) return [own];
        if (ready.some((one) => one.id === id)) return [];
        return kind.settings.filter(({ schema }) => !v.is(schema, undefined)).map(({ env }) => env);
      }),
    ),
  );
}
