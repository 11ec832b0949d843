-- How many of the reminders of its date a case has had; a date that changes is reminded of anew, whoever changes it.
ALTER TABLE cases ADD COLUMN reminded INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
CREATE INDEX cases_to_remind ON cases (reminded, due_date, id) WHERE due_date IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER new_dates_are_reminded_anew AFTER UPDATE OF due_date ON cases
  WHEN NEW.due_date IS NOT OLD.due_date AND NEW.reminded <> 0
BEGIN
  UPDATE cases SET reminded = 0 WHERE id = NEW.id;
END;
--> statement-breakpoint
-- Dates that wait for a year's notice, by the first day it must settle.
CREATE INDEX cases_provisional ON cases (json_extract(due_explanation, '$.open.date'), id)
  WHERE due_date IS NOT NULL AND json_extract(due_explanation, '$.open.date') IS NOT NULL;
