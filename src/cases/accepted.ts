import type { FormContext, FormKind, Json } from '../forms/define.ts';
import type { Fields } from '../lib/fields/index.ts';
import type { CaseKey } from '../lib/sealing/case-key.ts';
import type { Lang } from '../lib/words.ts';
import type { Answer } from './answer.ts';
import type { Recipient } from './messages.ts';
import type { Screened } from './screen.ts';
import type { Sender } from './sender.ts';

/** A submission that was read and screened: nothing but the write is left. */
export interface Accepted {
  form: FormKind;
  context: FormContext;
  fields: Fields;
  body: Json;
  lang: Lang;
  key?: string;
  sender: Sender;
  screened: Screened;
}

/** What the common part of every body gives (forms/body.ts). */
export interface Common {
  contact: Recipient & { idNumber?: string };
  answers: Json;
  notify?: Recipient['notify'];
  consent: { sensitive?: boolean; guardian?: unknown };
}

/** Where a case of every kind begins (api.md, Looking up). */
export const FIRST_STATE = 'received';

/** What was made for it before the database is asked. */
export interface Made {
  id: string;
  key: CaseKey;
  now: number;
  answer: Answer;
}
