-- When a callback told of a message, by our own clock: receipts that are slow speak against a supplier as failed tries do.
ALTER TABLE attempts ADD COLUMN reported_at INTEGER;
--> statement-breakpoint
CREATE INDEX attempts_reported ON attempts (supplier, reported_at) WHERE reported_at IS NOT NULL;
--> statement-breakpoint
DROP INDEX attempts_recent;
--> statement-breakpoint
CREATE INDEX attempts_recent ON attempts (began_at, supplier, site, outcome, limited, ended_at, reported_at);
