-- A case is what one receipt stands for. Columns are open text or codes; whatever names a person is in case_secrets.
CREATE TABLE cases (
  id TEXT PRIMARY KEY,
  site TEXT NOT NULL,
  kind TEXT NOT NULL,
  receipt TEXT NOT NULL,
  code_hash TEXT NOT NULL,
  code_renewed_on TEXT,
  state TEXT NOT NULL,
  seq INTEGER NOT NULL,
  submitted_at INTEGER NOT NULL,
  lang TEXT NOT NULL,
  title TEXT NOT NULL,
  answers TEXT NOT NULL,
  category TEXT,
  topic TEXT,
  station TEXT,
  subject TEXT,
  restricted INTEGER NOT NULL DEFAULT 0,
  demo INTEGER NOT NULL DEFAULT 0,
  spam INTEGER NOT NULL DEFAULT 0,
  due TEXT,
  due_date TEXT,
  due_explanation TEXT,
  frozen TEXT,
  fingerprint TEXT NOT NULL,
  privacy_version TEXT NOT NULL,
  phone_index TEXT,
  identity_index TEXT,
  UNIQUE (site, receipt)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX cases_by_site ON cases (site, kind, id);
--> statement-breakpoint
CREATE INDEX cases_by_phone ON cases (site, phone_index) WHERE phone_index IS NOT NULL;
--> statement-breakpoint
CREATE INDEX cases_by_identity ON cases (site, identity_index) WHERE identity_index IS NOT NULL;
--> statement-breakpoint
-- Destroying this row is erasing the person: nothing sealed under the key can be opened again.
CREATE TABLE case_keys (
  case_id TEXT PRIMARY KEY,
  wrapped TEXT NOT NULL,
  salt TEXT NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE case_secrets (
  case_id TEXT PRIMARY KEY,
  sealed TEXT NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
-- One chain per stream; codes and salted digests only, never words.
CREATE TABLE events (
  stream TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  code TEXT NOT NULL,
  data TEXT NOT NULL,
  prev TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (stream, seq)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are not changed'); END;
--> statement-breakpoint
CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are not deleted'); END;
