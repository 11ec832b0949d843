-- The code by which the sender of a request shows that the phone is theirs, as a keyed hash; the last one sent counts.
CREATE TABLE identity_codes (
  case_id TEXT PRIMARY KEY,
  code_hash TEXT NOT NULL,
  sent_at INTEGER NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
--> statement-breakpoint
-- What a request reaches besides what is found by phone and name, added by its own number and code; and, once a copy was
-- given, everything that is in it. The words stay where they are: nothing is kept twice.
CREATE TABLE request_cases (
  case_id TEXT NOT NULL,
  other_id TEXT NOT NULL,
  given INTEGER NOT NULL,
  PRIMARY KEY (case_id, other_id)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX request_cases_by_other ON request_cases (other_id);
