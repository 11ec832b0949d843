-- Where a member of staff is told of work: sealed under a key of the account's own (`case_keys`, by the name of its stream),
-- and used only once its holder has proved it.
CREATE TABLE staff_contacts (
  account_id TEXT NOT NULL,
  channel TEXT NOT NULL,
  sealed TEXT NOT NULL,
  -- Of the code that was sent there: NULL before one is, and once it has done its work.
  code_hash TEXT,
  code_until INTEGER,
  wrong_codes INTEGER NOT NULL DEFAULT 0,
  confirmed_at INTEGER,
  PRIMARY KEY (account_id, channel)
) WITHOUT ROWID;
--> statement-breakpoint
-- Of what, and by which channel.
CREATE TABLE staff_wishes (
  account_id TEXT NOT NULL,
  occasion TEXT NOT NULL,
  channel TEXT NOT NULL,
  PRIMARY KEY (account_id, occasion, channel)
) WITHOUT ROWID;
--> statement-breakpoint
-- What an account has been told so far: how many messages, up to which arrival, when last, and the day of its last digest.
CREATE TABLE staff_notices (
  account_id TEXT PRIMARY KEY,
  lang TEXT NOT NULL,
  sent INTEGER NOT NULL DEFAULT 0,
  up_to INTEGER NOT NULL DEFAULT 0,
  told_at INTEGER,
  digest_on TEXT
) WITHOUT ROWID;
--> statement-breakpoint
-- Each thing an account is told once.
CREATE TABLE staff_told (
  account_id TEXT NOT NULL,
  what TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (account_id, what)
) WITHOUT ROWID;
