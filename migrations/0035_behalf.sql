-- Filed by staff for somebody who cannot do it alone (代填). Open until that person, or a second member of staff, says
-- that it is so; the chain of the case holds who and when.
CREATE TABLE case_behalf (
  case_id TEXT PRIMARY KEY,
  filer TEXT NOT NULL,
  manner TEXT NOT NULL,
  filed_at INTEGER NOT NULL,
  -- The phone's own code, as a keyed hash; none where no text message can reach the person.
  code_hash TEXT,
  wrong_codes INTEGER NOT NULL DEFAULT 0,
  confirmed_at INTEGER
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX case_behalf_by_filer ON case_behalf (filer, case_id);
--> statement-breakpoint
CREATE INDEX case_behalf_open ON case_behalf (case_id) WHERE confirmed_at IS NULL;
