-- Who has a case open, as of their last beat; it runs out by itself, warns, and stops nobody.
CREATE TABLE case_presences (
  case_id TEXT NOT NULL,
  account_id TEXT NOT NULL,
  page TEXT NOT NULL,
  doing TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (case_id, account_id)
) WITHOUT ROWID;
