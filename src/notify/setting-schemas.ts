import * as v from 'valibot';
import { sites } from '../sites/index.ts';
import { isTemplate, isVersionedName, templates, versionedName } from './templates.ts';
import type { Approved, Text } from './define.ts';
import type { Message } from './message.ts';

const LOOPBACK = new Set(['127.0.0.1', 'localhost']);

/** Where a supplier is reached: https, or http on this machine for the simulators. */
export const endpoint = v.pipe(
  v.string(),
  v.url(),
  v.check((text) => {
    const { protocol, hostname, username } = new URL(text);
    return username === '' && (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname)));
  }),
);

export const required = v.pipe(v.string(), v.trim(), v.nonEmpty());

/** A sender's address; the name before it is the county's. */
export const sender = v.pipe(v.string(), v.regex(/^[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i));

const siteId = v.pipe(
  v.string(),
  v.check((id) => sites.some((site) => site.id === id)),
);
const templateName = v.custom<string>((name) => typeof name === 'string' && isVersionedName(name));

/** Approved signature and template ids, by site, template with its version and language: `{"wanrong":{"signature":"…","templates":{"received":{"zh":"SMS_1"}}}}`. */
export const templateMap = v.pipe(
  v.string(),
  v.parseJson(),
  v.record(
    siteId,
    v.strictObject({
      signature: v.pipe(v.string(), v.minLength(2), v.maxLength(12)),
      templates: v.record(templateName, v.strictObject({ zh: required, en: v.optional(required) })),
    }),
  ),
);

/** What a supplier has approved for the words of today; the Chinese text where no English one is, null where neither is. */
export function approved(map: v.InferOutput<typeof templateMap>, { site, template, lang }: Text): Approved | null {
  const ours = map[site];
  const ids = isTemplate(template) ? ours?.templates[versionedName(templates[template])] : undefined;
  return ours && ids ? { signature: ours.signature, template: ids[lang] ?? ids.zh } : null;
}

/** The name an e-mail comes from. */
export const senderName = ({ site, lang }: Pick<Message, 'site' | 'lang'>): string =>
  sites.find(({ id }) => id === site)?.name[lang] ?? '';
