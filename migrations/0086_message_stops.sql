-- Kill switches: while a row is open nothing of that channel leaves its site. What an administrator gave as the reason stands
-- here, its salted digest in the chain of the site (site:<id> in events).
CREATE TABLE message_stops (
  id TEXT PRIMARY KEY,
  site TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('sms', 'email')),
  stopped_at INTEGER NOT NULL,
  stopped_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  salt TEXT NOT NULL,
  lifted_at INTEGER,
  lifted_by TEXT,
  lift_reason TEXT,
  lift_salt TEXT
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX message_stops_open ON message_stops (site, channel) WHERE lifted_at IS NULL;
