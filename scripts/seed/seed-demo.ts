import type { DemoCase } from '../../demo/cases/case.ts';
import { demoCases } from '../../demo/cases/index.ts';
import { mattersAmong } from '../../demo/cases/matters.ts';
import { recusalsAmong } from '../../demo/cases/recusals.ts';
import { seedDrafts } from '../../demo/seed-drafts.ts';
import type { Answer } from '../../src/cases/answer.ts';
import { carryOn } from '../../src/cases/matter/carry-on.ts';
import type { Tools } from '../../src/cases/tools.ts';
import { allDrafts } from '../../src/drafts/queries.ts';
import { formByKind, formsOf } from '../../src/forms/index.ts';
import { shanghaiDate } from '../../src/lib/clock.ts';
import { siteById } from '../../src/sites/index.ts';

import { demoActors } from './acting.ts';
import { markWhole } from './reset.ts';
import { momentsOf } from './agenda.ts';
import { matterMoment } from './matter.ts';
import { recusalMoment } from './recusal.ts';
import { at, sendMessages, type Ready } from './send.ts';
import { momentOf } from './when.ts';

export interface Seeded {
  sent: { demo: DemoCase; answer: Answer }[];
  /** Kinds that the data has and this version of the product has not. */
  unknownKinds: string[];
}

/** Writes the demo data as of the tools' own time: drafts, who works there, then all that happened, in its order. */
export async function seedDemo(tools: Tools, casesOn: typeof demoCases = demoCases): Promise<Seeded> {
  const now = tools.clock.now();
  const today = shanghaiDate(now);
  await seedDrafts(tools.db, today);
  const acting = await demoActors(tools);
  const drafts = await allDrafts(tools.db);
  const unknownKinds = new Set<string>();
  const ready = casesOn(today).flatMap((demo): Ready[] => {
    const form = formByKind(demo.kind);
    const site = siteById(demo.site);
    if (!form || !site) {
      unknownKinds.add(demo.kind);
      return [];
    }
    if (!site.demo || !formsOf(site).includes(form)) throw new Error(`${demo.ref}: ${demo.site} has no ${demo.kind}`);
    const sentAt = momentOf(demo, form, { site, today, drafts }, now);
    return [{ demo, form, sentAt, context: { site, today: shanghaiDate(sentAt), drafts } }];
  });
  const sent: Seeded['sent'] = [];
  const moments = ready.flatMap((one) =>
    momentsOf(one, acting, { today, now }, (answer) => void sent.push({ demo: one.demo, answer })),
  );
  const receiptOf = (ref: string): string => sent.find(({ demo }) => demo.ref === ref)?.answer.receipt ?? '';
  const known = ready.map(({ demo }) => demo);
  for (const one of mattersAmong(known))
    moments.push(matterMoment(one, acting('wanrong', 'desk'), { today, now }, receiptOf));
  for (const one of recusalsAmong(known)) moments.push(recusalMoment(one, { today, now }, receiptOf));
  let leaving: Promise<void> = Promise.resolve();
  // In the order of time, since messages are leased by time; one thing happens while the messages of the one before leave.
  for (const { at: moment, take, tells } of moments.toSorted((a, b) => a.at - b.at)) {
    const then = at(tools, moment);
    if (!tells) await leaving;
    await Promise.all([take(then), leaving]);
    if (!tells) continue;
    await carryOn(then);
    leaving = sendMessages(then);
  }
  await leaving;
  await markWhole(tools);
  return { sent, unknownKinds: [...unknownKinds] };
}
