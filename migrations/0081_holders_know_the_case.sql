-- What a department's list is narrowed by stands beside what it holds, so that its own rows answer and no row of `cases` is
-- read for a case that is not shown. Kept by the database itself; written when a case is given away or moves on, never at
-- the intake.
ALTER TABLE case_holders ADD COLUMN kind TEXT;
--> statement-breakpoint
ALTER TABLE case_holders ADD COLUMN state TEXT;
--> statement-breakpoint
ALTER TABLE case_holders ADD COLUMN topic TEXT;
--> statement-breakpoint
ALTER TABLE case_holders ADD COLUMN station TEXT;
--> statement-breakpoint
UPDATE case_holders SET (kind, state, topic, station) =
  (SELECT c.kind, c.state, c.topic, c.station FROM cases c WHERE c.id = case_id);
--> statement-breakpoint
CREATE TRIGGER holders_know_the_case AFTER UPDATE OF kind, state, topic, station ON cases
WHEN NEW.kind IS NOT OLD.kind OR NEW.state IS NOT OLD.state OR NEW.topic IS NOT OLD.topic OR NEW.station IS NOT OLD.station
BEGIN
  UPDATE case_holders SET kind = NEW.kind, state = NEW.state, topic = NEW.topic, station = NEW.station
  WHERE case_id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER new_holders_know_the_case AFTER INSERT ON case_holders BEGIN
  UPDATE case_holders SET (kind, state, topic, station) =
    (SELECT c.kind, c.state, c.topic, c.station FROM cases c WHERE c.id = NEW.case_id)
  WHERE site = NEW.site AND department = NEW.department AND case_id = NEW.case_id;
END;
--> statement-breakpoint
-- What a department has in hand: a small part of what it holds, counted and narrowed from this index alone.
CREATE INDEX case_holders_in_hand
  ON case_holders (site, department, case_id, leads, waits_for, acted_by, state, topic, station, kind)
  WHERE acted_by IS NOT NULL;
--> statement-breakpoint
DROP INDEX case_holders_unfinished;
