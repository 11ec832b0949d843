-- Which cases were erased, and when. Kept apart from the cases, and copied to the object store, so that a backup that is
-- put back does not bring them back.
CREATE TABLE erasures (
  case_id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  copied_at INTEGER
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX erasures_not_copied ON erasures (at) WHERE copied_at IS NULL;
--> statement-breakpoint
INSERT INTO erasures (case_id, at)
  SELECT c.id, (SELECT max(e.at) FROM events e WHERE e.stream = c.id) FROM cases c
  WHERE NOT EXISTS (SELECT 1 FROM case_keys k WHERE k.case_id = c.id);
