import { nextEvent, type Actor } from '../chain/event.ts';
import { events } from '../chain/tables.ts';
import { privacyVersion } from '../content/privacy.ts';
import { caseKeys } from '../db/case-keys.ts';
import type { Statement } from '../db/database.ts';
import type { FormContext, Json, SecondStage } from '../forms/define.ts';
import { secondStageByKind } from '../forms/index.ts';
import { base64url, randomBytes, sha256 } from '../lib/bytes.ts';
import { canonical } from '../lib/canonical.ts';
import { shanghaiDate, shanghaiTime } from '../lib/clock.ts';
import type { Fields, Problem } from '../lib/fields/index.ts';
import { newId } from '../lib/ids.ts';
import { newCaseKey } from '../lib/sealing/case-key.ts';
import type { Site } from '../sites/site.ts';
import type { Transition } from '../workflow/define.ts';
import { FIRST_STATE } from './accepted.ts';
import { codeHash, drawNumbers, fingerprint } from './receipt.ts';
import { caseBirths } from './road-tables.ts';
import { cases, caseSecrets, type CaseRow } from './tables.ts';
import type { Tools } from './tools.ts';

const kindBornOf = ({ bears }: Transition): SecondStage | undefined =>
  bears === undefined ? undefined : secondStageByKind(bears);

/** What an action asks: the questions of the case that is born of it, if one is, and its own. */
export const asksOf = (taken: Transition, context: FormContext): Fields => ({
  ...kindBornOf(taken)?.fields(context, {}),
  ...taken.asks,
});

/** What forbids a birth although each answer can be read. `about`: the only one whom the new case may be about. */
export function birthProblems(
  taken: Transition,
  context: FormContext,
  value: Json,
  about: string | null | undefined,
): Problem[] {
  const kind = kindBornOf(taken);
  const answers = value['answers'] as Json | undefined;
  if (!kind || !answers) return [];
  const { own } = kind;
  const foreign = own !== undefined && about !== undefined && kind.index(value, context).subject !== about;
  return [
    ...kind.rules(value, context),
    ...(foreign ? [{ path: own.path, code: 'field.invalid' as const, words: own.wrong }] : []),
  ];
}

interface Birth {
  parent: CaseRow;
  taken: Transition;
  site: Site;
  value: Json;
  actor: Actor;
}

/**
 * The case that an action gives birth to: number, key, first event and the link to its parent, for the caller's batch. Of
 * the parent it takes codes alone (topic, station), never a word. Nobody is given its code: it has no sender.
 */
export async function birthOf(
  tools: Tools,
  { parent, taken, site, value, actor }: Birth,
): Promise<{ receipt: string; statements: Statement[] } | null> {
  const kind = kindBornOf(taken);
  if (!kind) return null;
  const { db, ring, clock } = tools;
  const now = clock.now();
  const id = newId(now);
  const { answers } = value;
  const context = { site, today: shanghaiDate(now), drafts: [] };
  const index = kind.index({ answers }, context);
  const frozen = kind.freeze?.({ answers }, context) ?? null;
  // A number drawn twice (1 in 10^13) fails the batch by its key, and the officer presses again.
  const { receipt, code } = await drawNumbers(ring, site.prefix, null, 0);
  const [key, salt] = [await newCaseKey(ring, id), base64url(randomBytes(16))];
  const statement = { site: site.id, receipt, submittedAt: shanghaiTime(now), kind: kind.kind, answers, contact: null };
  const event = await nextEvent(id, null, {
    at: now,
    actor,
    code: 'submitted',
    data: {
      state: FIRST_STATE,
      body: await sha256(`${salt}|${canonical({ answers })}`),
      through: 'staff',
      from: parent.receipt,
      frozen: frozen && (await sha256(`${salt}|${canonical(frozen)}`)),
    },
  });
  const statements = [
    db.orm.insert(cases).values({
      id,
      site: site.id,
      kind: kind.kind,
      receipt,
      codeHash: await codeHash(ring, ring.current, receipt, code),
      state: FIRST_STATE,
      seq: event.seq,
      submittedAt: now,
      lang: 'zh',
      title: index.title,
      answers: JSON.stringify({ answers }),
      frozen: frozen && JSON.stringify(frozen),
      topic: index.topic ?? parent.topic,
      station: index.station ?? parent.station,
      subject: index.subject,
      restricted: false,
      demo: parent.demo,
      spam: false,
      fingerprint: await fingerprint(ring, statement),
      privacyVersion,
    }),
    db.orm.insert(caseKeys).values({ caseId: id, wrapped: key.wrapped, salt }),
    db.orm.insert(caseSecrets).values({ caseId: id, sealed: '{}' }),
    db.orm.insert(caseBirths).values({ childId: id, parentId: parent.id }),
    db.orm.insert(events).values(event),
  ];
  return { receipt, statements };
}
