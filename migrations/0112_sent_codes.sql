-- Codes that went by SMS at the wish of somebody outside and have to be typed back, and whether they were. Of which code, to
-- which number: nowhere here; the message itself is the row of the outbox with the same case, template and revision.
CREATE TABLE sent_codes (
  case_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  template TEXT NOT NULL,
  site TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  used_at INTEGER,
  PRIMARY KEY (case_id, revision)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX sent_codes_by_site ON sent_codes (site, asked_at);
