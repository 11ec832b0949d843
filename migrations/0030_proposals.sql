-- A case that another one gave birth to: both chains name the other, this finds it.
CREATE TABLE case_births (
  child_id TEXT PRIMARY KEY,
  parent_id TEXT NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX case_births_by_parent ON case_births (parent_id);
--> statement-breakpoint
-- Which deputy of the site's list an account belongs to.
ALTER TABLE staff_accounts ADD COLUMN deputy TEXT;
