import type { Partner } from './cases/partner-keys.ts';
import type { Tools } from './cases/tools.ts';
import type { ObjectStore } from './lib/object-store.ts';
import type { DispatchTools } from './notify/outbox/dispatch.ts';
import type { DraftText } from './drafts/queries.ts';
import type { Site } from './sites/site.ts';
import type { SignedIn } from './staff/sessions.ts';
import type { StaffTools } from './staff/tools.ts';
import type { View } from './ui/view.ts';

/** What a request may use; built by deps.ts, so that no route ever names a binding. */
export interface Deps {
  tools: Tools;
  dispatching: DispatchTools;
  staff: StaffTools;
  /** Absent where no object store is bound: seals and erasures then stand in the database alone. */
  objects: ObjectStore | null;
  environment: 'local' | 'production';
  sites: readonly Site[];
  /** Origins beside the sites' own that may embed; in a local run the stand-in county page. */
  extraOrigins: readonly string[];
  /** The address of the client, as the platform says it; never a header a client could set itself. */
  address: string;
  /** Drafts with windows and articles: 60 s old at most, older while the database is gone; throws if never read. */
  drafts(): Promise<readonly DraftText[]>;
  /** Whose key it is at a site, or null; 60 s old at most, older while the database is gone; throws if never read. */
  partner(site: string, key: string): Promise<Partner | null>;
  /** A wake-up after the answer: nothing that a crash may not lose. Many at a time are run as one. */
  later(work: () => Promise<unknown>): void;
  /** Glyphs the receipt picture is drawn with; read once an isolate, and only by whoever draws. */
  glyphs(): Promise<ArrayBuffer>;
}

/** Hono's environment for every surface; `site` is there below `/{site}`, `signedIn` how many tasks wait for them (`waiting`) and what is stopped where they work (`stops`) below `/staff`, nowhere else. */
export interface AppEnv {
  Variables: {
    deps: Deps;
    requestId: string;
    site: Site;
    signedIn: SignedIn;
    waiting: number;
    stops: NonNullable<View['stops']>;
  };
}
