-- The same columns under the same name, but rows stand in the order they come and only their short keys are scattered: kept
-- under the key's hash, each long answer tore a page of its own apart, a third of what a submission wrote.
CREATE TABLE idempotency_in_order (
  site TEXT NOT NULL,
  key_hash TEXT NOT NULL,
  body_hash TEXT NOT NULL,
  case_id TEXT NOT NULL,
  answer TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (site, key_hash)
);
--> statement-breakpoint
INSERT INTO idempotency_in_order (site, key_hash, body_hash, case_id, answer, created_at)
  SELECT site, key_hash, body_hash, case_id, answer, created_at FROM idempotency ORDER BY created_at;
--> statement-breakpoint
DROP TABLE idempotency;
--> statement-breakpoint
ALTER TABLE idempotency_in_order RENAME TO idempotency;
