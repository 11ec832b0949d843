-- What a person must do beside the steps of a case: call its sender, look at it now, mind its date. Codes and dates only.
CREATE TABLE tasks (
  id TEXT PRIMARY KEY,
  site TEXT NOT NULL,
  case_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  whose TEXT NOT NULL,
  cause TEXT NOT NULL,
  template TEXT,
  date TEXT,
  opened_at INTEGER NOT NULL,
  done_at INTEGER,
  done_by TEXT,
  UNIQUE (case_id, kind, whose, cause)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX tasks_open ON tasks (site, whose, kind, id) WHERE done_at IS NULL;
