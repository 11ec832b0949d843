-- One row for each try at a message, written before the supplier is called: what the choice of supplier is made by, and what
-- the ledger of a case shows. Nothing in it names a person.
CREATE TABLE attempts (
  message_id TEXT NOT NULL,
  n INTEGER NOT NULL,
  site TEXT NOT NULL,
  supplier TEXT NOT NULL,
  began_at INTEGER NOT NULL,
  -- NULL while it runs, and for ever where the run died.
  outcome TEXT,
  code TEXT,
  -- Whether a limit of the number or account was reached: no fault of the supplier.
  limited INTEGER NOT NULL DEFAULT 0,
  ended_at INTEGER,
  PRIMARY KEY (message_id, n)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX attempts_recent ON attempts (began_at, supplier, site, outcome, limited, ended_at);
