-- While a row is open no such code leaves its site. The program opens it by the figures that stand here, a person lifts it;
-- of the reason a salted digest stands in the chain of the site (site:<id> in events).
CREATE TABLE code_pauses (
  id TEXT PRIMARY KEY,
  site TEXT NOT NULL,
  paused_at INTEGER NOT NULL,
  sent INTEGER NOT NULL,
  used INTEGER NOT NULL,
  -- The percentage below which it was.
  least INTEGER NOT NULL,
  lifted_at INTEGER,
  lifted_by TEXT,
  lift_reason TEXT,
  lift_salt TEXT
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX code_pauses_open ON code_pauses (site) WHERE lifted_at IS NULL;
