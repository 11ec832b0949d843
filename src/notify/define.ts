import * as v from 'valibot';
import type { Result } from '../lib/result.ts';
import type { Words } from '../lib/words.ts';
import type { Means } from './means.ts';
import type { Channel, Message } from './message.ts';
import type { Fate, Outcome, Receipt } from './outcome.ts';

/** One key of the environment that a supplier reads. */
export interface SupplierSetting {
  env: string;
  about: Words;
  secret: boolean;
  schema: v.GenericSchema;
}

type SettingList = Readonly<Record<string, SupplierSetting>>;
type ValuesOf<S extends SettingList> = { [K in keyof S]: v.InferOutput<S[K]['schema']> };

/** What a supplier's functions get beside the message. */
export type At<S extends SettingList> = Means & { settings: ValuesOf<S> };

/** A message whose fate is asked for. */
export interface Asked {
  message: Message;
  /** When it was last given to the supplier, in milliseconds. */
  sentAt: number;
  /** What `sent` gave; absent where the outcome was unknown. */
  supplierId?: string;
}

/** What a supplier has approved for a template: the signature and the id it knows it by. */
export interface Approved {
  signature: string;
  template: string;
}

/** Which text is meant. */
export type Text = Pick<Message, 'site' | 'template' | 'lang'>;

/** A callback as it came in. */
export interface Call {
  headers: Headers;
  body: string;
}

export type CallError = 'call.forged' | 'call.malformed';

export interface SupplierDefinition<S extends SettingList> {
  id: string;
  /** As the console shows it. */
  name: Words;
  channels: readonly Channel[];
  /** Whether a message really leaves: cases marked demo only go where this is false. */
  real: boolean;
  /** Whether sending the same id twice has one effect, so that an unknown outcome may simply be tried again. */
  idempotent: boolean;
  /** A binding of the platform it cannot do without. */
  needs?: 'platformMail';
  settings: S;
  /** Translates one message into one request and the reply into an outcome. Logs nothing, throws nothing it expects. */
  send(message: Message, at: At<S>): Promise<Outcome>;
  /** What it has approved for a text, or null; absent where it sends whatever it is given. */
  approved?(text: Text, settings: ValuesOf<S>): Approved | null;
  /** Asks the supplier's records what became of a message; absent where it keeps none that can be asked. */
  query?(asked: Asked, at: At<S>): Promise<Fate>;
  /** How its callbacks are read; absent where it makes none. */
  receipts?: {
    /** Whether the call itself proves who made it. Where not, only the path keeps strangers out: match with care. */
    signed: boolean;
    read(call: Call, at: At<S>): Promise<Result<readonly Receipt[], CallError>>;
    /** What the supplier must be answered, or it calls again. */
    answer: { type: string; body: string };
  };
}

/** A supplier with its settings read and its means in hand. It translates, it does not decide. */
export interface Supplier {
  id: string;
  channels: readonly Channel[];
  real: boolean;
  idempotent: boolean;
  send(message: Message): Promise<Outcome>;
  approved?(text: Text): Approved | null;
  query?(asked: Asked): Promise<Fate>;
  receipts?: {
    signed: boolean;
    read(call: Call): Promise<Result<readonly Receipt[], CallError>>;
    answer: { type: string; body: string };
  };
}

/** `absent` none of its keys is set; `wrong` some are missing or malformed, by name; `ready` it may be used. */
export type Configured =
  | { is: 'absent' }
  | { is: 'wrong'; names: string[] }
  | { is: 'ready'; open(means: Means): Supplier };

/** What the list, the environment, the doctor and the README's table know of a supplier. */
export interface SupplierKind {
  id: string;
  name: Words;
  channels: readonly Channel[];
  real: boolean;
  needs?: 'platformMail';
  /** Whether it calls back with what became of a message. */
  reports: boolean;
  settings: readonly SupplierSetting[];
  /** Reads its settings out of vars and secrets. */
  configure(values: Readonly<Record<string, unknown>>): Configured;
}

const given = (value: unknown): boolean => value !== undefined && value !== '';

/** A supplier is one such value: a file in `providers/` and a line in its list. */
export function defineSupplier<const S extends SettingList>(definition: SupplierDefinition<S>): SupplierKind {
  const { id, name: shown, channels, real, idempotent, needs, settings } = definition;
  const keys = Object.entries(settings);
  return {
    id,
    name: shown,
    channels,
    real,
    needs,
    reports: definition.receipts !== undefined,
    settings: keys.map(([, setting]) => setting),
    configure(values) {
      if (keys.length > 0 && !keys.some(([, { env }]) => given(values[env]))) return { is: 'absent' };
      const read = keys.map(([name, { env, schema }]) => {
        const value = v.safeParse(schema, given(values[env]) ? values[env] : undefined);
        return { name, env, value };
      });
      const names = read.filter(({ value }) => !value.success).map(({ env }) => env);
      if (names.length > 0) return { is: 'wrong', names };
      const parsed = Object.fromEntries(read.map(({ name, value }) => [name, value.output])) as ValuesOf<S>;
      return {
        is: 'ready',
        open: (means) => bind(definition, { id, channels, real, idempotent }, { ...means, settings: parsed }),
      };
    },
  };
}

function bind<S extends SettingList>(
  { send, approved, query, receipts }: SupplierDefinition<S>,
  about: Pick<Supplier, 'id' | 'channels' | 'real' | 'idempotent'>,
  at: At<S>,
): Supplier {
  return {
    ...about,
    send: (message) => send(message, at),
    ...(approved && { approved: (text: Text) => approved(text, at.settings) }),
    ...(query && { query: (asked: Asked) => query(asked, at) }),
    ...(receipts && { receipts: { ...receipts, read: (call: Call) => receipts.read(call, at) } }),
  };
}
