-- Words written on the road of a case, sealed under its key. Those for the sender and those among colleagues lie apart:
-- no query for the one can return the other.
CREATE TABLE case_notes (
  case_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  sealed TEXT NOT NULL,
  PRIMARY KEY (case_id, seq)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE case_remarks (
  case_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  sealed TEXT NOT NULL,
  PRIMARY KEY (case_id, seq)
) WITHOUT ROWID;
--> statement-breakpoint
-- Who was given a case at which step; the last row holds unless a later step gave it back.
CREATE TABLE case_assignments (
  case_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  lead TEXT NOT NULL,
  helpers TEXT,
  due_date TEXT,
  PRIMARY KEY (case_id, seq)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX case_assignments_by_lead ON case_assignments (lead, case_id);
