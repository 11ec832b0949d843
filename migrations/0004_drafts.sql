-- Drafts laid open for comment. `site` decides, `collected_by` (JSON list) gathers.
CREATE TABLE drafts (
  id TEXT PRIMARY KEY,
  site TEXT NOT NULL,
  collected_by TEXT NOT NULL,
  owner TEXT NOT NULL,
  title TEXT NOT NULL,
  notes TEXT NOT NULL,
  opens TEXT NOT NULL,
  closes TEXT NOT NULL,
  short_reason TEXT
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE articles (
  draft TEXT NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  number TEXT NOT NULL,
  path TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (draft, id)
) WITHOUT ROWID;
