-- Who may come in. What an account did is in its chain (`account:<id>` in events); nothing here opens anything by itself.
CREATE TABLE staff_accounts (
  id TEXT PRIMARY KEY,
  login TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  site TEXT,
  station TEXT,
  department TEXT,
  created_at INTEGER NOT NULL,
  ended_at INTEGER
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE staff_passkeys (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL,
  public_key TEXT NOT NULL,
  counter INTEGER NOT NULL,
  transports TEXT NOT NULL,
  created_at INTEGER NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX staff_passkeys_by_account ON staff_passkeys (account_id);
--> statement-breakpoint
-- The authenticator's secret, sealed under the key ring; a step of 30 seconds opens once.
CREATE TABLE staff_authenticators (
  account_id TEXT PRIMARY KEY,
  sealed TEXT NOT NULL,
  last_step INTEGER NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE staff_recovery_codes (
  hash TEXT PRIMARY KEY,
  account_id TEXT NOT NULL,
  used_at INTEGER
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX staff_recovery_codes_by_account ON staff_recovery_codes (account_id);
--> statement-breakpoint
CREATE TABLE staff_enrol_links (
  hash TEXT PRIMARY KEY,
  account_id TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE staff_sessions (
  hash TEXT PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  account_id TEXT NOT NULL,
  device TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  proved_at INTEGER NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX staff_sessions_by_account ON staff_sessions (account_id);
--> statement-breakpoint
-- Tries at signing in, counted before the code is looked at, for logins that exist and for those that do not.
CREATE TABLE staff_tries (
  id TEXT PRIMARY KEY,
  subject TEXT NOT NULL,
  at INTEGER NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX staff_tries_by_subject ON staff_tries (subject, at);
--> statement-breakpoint
-- A passkey's challenge counts once.
CREATE TABLE staff_challenges_used (
  challenge TEXT PRIMARY KEY,
  expires_at INTEGER NOT NULL
) WITHOUT ROWID;
