-- Who has an interest in a case and so must not know of it (信访工作条例 28(3)); read by every list, count and page.
CREATE TABLE case_recusals (
  account_id TEXT NOT NULL,
  case_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (account_id, case_id)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX case_recusals_by_case ON case_recusals (case_id);
