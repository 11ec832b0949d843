-- Near-duplicates are found by what they have in common: each open filing has its MinHash bands here for half a year.
CREATE TABLE matter_bands (
  case_id TEXT NOT NULL,
  band INTEGER NOT NULL,
  PRIMARY KEY (case_id, band)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX matter_bands_by_band ON matter_bands (band, case_id);
--> statement-breakpoint
-- Filings that have no bands yet, noted by the database itself: one that is written late is not passed over.
CREATE TABLE matter_waiting (
  case_id TEXT PRIMARY KEY
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO matter_waiting SELECT id FROM cases WHERE restricted = 0 AND spam = 0;
--> statement-breakpoint
CREATE TRIGGER cases_wait_for_their_bands AFTER INSERT ON cases WHEN NEW.restricted = 0 AND NEW.spam = 0 BEGIN
  INSERT INTO matter_waiting (case_id) SELECT NEW.id WHERE NOT EXISTS (SELECT 1 FROM matter_waiting WHERE case_id = NEW.id);
END;
--> statement-breakpoint
-- What one station was told about one topic, newest first.
CREATE INDEX cases_by_topic ON cases (site, kind, topic, station, id) WHERE topic IS NOT NULL;
