-- The only road out. `sealed` holds recipient and rendered words under the case's key.
CREATE TABLE outbox (
  id TEXT PRIMARY KEY,
  site TEXT NOT NULL,
  case_id TEXT NOT NULL,
  template TEXT NOT NULL,
  channel TEXT NOT NULL,
  revision INTEGER NOT NULL,
  lang TEXT NOT NULL,
  demo INTEGER NOT NULL,
  sealed TEXT NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER NOT NULL,
  lease TEXT,
  lease_until INTEGER,
  supplier TEXT,
  supplier_id TEXT,
  supplier_code TEXT,
  created_at INTEGER NOT NULL,
  settled_at INTEGER,
  UNIQUE (case_id, template, channel, revision)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX outbox_due ON outbox (next_at) WHERE state IN ('queued', 'sending');
--> statement-breakpoint
-- The local supplier's post box, sealed at rest like everything else.
CREATE TABLE mailbox (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  sealed TEXT NOT NULL
) WITHOUT ROWID;
