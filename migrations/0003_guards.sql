-- Repeats: the first answer, sealed under the case's key.
CREATE TABLE idempotency (
  site TEXT NOT NULL,
  key_hash TEXT NOT NULL,
  body_hash TEXT NOT NULL,
  case_id TEXT NOT NULL,
  answer TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (site, key_hash)
) WITHOUT ROWID;
--> statement-breakpoint
-- A proof of work counts once.
CREATE TABLE challenges_used (
  signature TEXT PRIMARY KEY,
  expires_at INTEGER NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
-- Hard limits: a batch that would pass `cap` fails as a whole. No cap: the count only informs.
CREATE TABLE counters (
  name TEXT PRIMARY KEY,
  n INTEGER NOT NULL,
  cap INTEGER,
  expires_at INTEGER NOT NULL,
  CONSTRAINT counter_cap CHECK (cap IS NULL OR n <= cap)
) WITHOUT ROWID;
--> statement-breakpoint
-- Wrong tries at looking up, for numbers that exist and for those that do not.
CREATE TABLE wrong_tries (
  id TEXT PRIMARY KEY,
  site TEXT NOT NULL,
  number TEXT NOT NULL,
  address TEXT NOT NULL,
  at INTEGER NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX wrong_tries_by_number ON wrong_tries (site, number, at);
--> statement-breakpoint
-- Asked for by anyone, answered alike, carried out by the sweep where the number exists.
CREATE TABLE code_requests (
  site TEXT NOT NULL,
  receipt TEXT NOT NULL,
  day TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  done_at INTEGER,
  PRIMARY KEY (site, receipt, day)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE partner_keys (
  hash TEXT PRIMARY KEY,
  site TEXT NOT NULL,
  name TEXT NOT NULL,
  per_day INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  revoked_at INTEGER
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE heartbeats (
  name TEXT PRIMARY KEY,
  at INTEGER NOT NULL
) WITHOUT ROWID;
