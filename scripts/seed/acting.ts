import { demoColleagues } from '../../demo/colleagues.ts';
import { demoStaff } from '../../demo/staff.ts';
import type { Tools } from '../../src/cases/tools.ts';
import { opened } from './seed-staff.ts';

/** An account as the actor of an event. */
export type StaffActor = `staff:${string}`;

/** Who sits at a post of a county: `('wanrong', 'desk')`. */
export type Acting = (site: string, post: string) => StaffActor;

/** Opens the accounts of whoever has a hand in the demo data, so that its events name people who are there. */
export async function demoActors(tools: Tools): Promise<Acting> {
  const posts = new Map<string, StaffActor>();
  for (const one of [...demoStaff, ...demoColleagues]) {
    const id = await opened({ ...tools, origin: tools.publicUrl }, one);
    if (one.post !== undefined) posts.set(`${one.site} ${one.post}`, `staff:${id}`);
  }
  return (site, post) => {
    const actor = posts.get(`${site} ${post}`);
    if (!actor) throw new Error(`nobody of the demo staff is ${post} in ${site}`);
    return actor;
  };
}
