-- Which departments hold a case now: the one in charge and those that help. Kept by the database itself from assignments
-- and returns, so that a department's list reads its own rows and not every assignment there ever was.
CREATE TABLE case_holders (
  site TEXT NOT NULL,
  department TEXT NOT NULL,
  case_id TEXT NOT NULL,
  leads INTEGER NOT NULL,
  due_date TEXT,
  PRIMARY KEY (site, department, case_id)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX case_holders_by_case ON case_holders (case_id, leads, department);
--> statement-breakpoint
CREATE INDEX case_holders_by_due ON case_holders (site, department, due_date, case_id) WHERE due_date IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER assignments_are_held AFTER INSERT ON case_assignments BEGIN
  DELETE FROM case_holders WHERE case_id = NEW.case_id;
  INSERT INTO case_holders (site, department, case_id, leads, due_date)
    SELECT c.site, NEW.lead, c.id, 1, c.due_date FROM cases c WHERE c.id = NEW.case_id;
  -- Helpers stand in one field, parted by 、.
  INSERT INTO case_holders (site, department, case_id, leads, due_date)
    SELECT DISTINCT c.site, trim(h.value), c.id, 0, c.due_date
    FROM cases c, json_each('[' || replace(json_quote(NEW.helpers), '、', '","') || ']') h
    WHERE c.id = NEW.case_id AND NEW.helpers IS NOT NULL AND trim(h.value) NOT IN ('', NEW.lead);
END;
--> statement-breakpoint
CREATE TRIGGER returned_cases_are_held_by_nobody AFTER INSERT ON events WHEN NEW.code = 'return' BEGIN
  DELETE FROM case_holders WHERE case_id = NEW.stream;
END;
--> statement-breakpoint
CREATE TRIGGER holders_know_the_date AFTER UPDATE OF due_date ON cases WHEN NEW.due_date IS NOT OLD.due_date BEGIN
  UPDATE case_holders SET due_date = NEW.due_date WHERE case_id = NEW.id;
END;
--> statement-breakpoint
INSERT INTO case_holders (site, department, case_id, leads, due_date)
  SELECT c.site, a.lead, c.id, 1, c.due_date FROM case_assignments a JOIN cases c ON c.id = a.case_id
  WHERE NOT EXISTS (SELECT 1 FROM case_assignments b WHERE b.case_id = a.case_id AND b.seq > a.seq)
    AND NOT EXISTS (SELECT 1 FROM events e WHERE e.stream = a.case_id AND e.seq > a.seq AND e.code = 'return');
--> statement-breakpoint
INSERT INTO case_holders (site, department, case_id, leads, due_date)
  SELECT DISTINCT l.site, trim(h.value), l.case_id, 0, l.due_date
  FROM case_holders l JOIN case_assignments a ON a.case_id = l.case_id,
    json_each('[' || replace(json_quote(a.helpers), '、', '","') || ']') h
  WHERE l.leads = 1 AND a.helpers IS NOT NULL AND trim(h.value) NOT IN ('', a.lead)
    AND NOT EXISTS (SELECT 1 FROM case_assignments b WHERE b.case_id = a.case_id AND b.seq > a.seq);
--> statement-breakpoint
-- What looked for holders among the assignments looks here now.
DROP INDEX case_assignments_with_helpers;
--> statement-breakpoint
DROP INDEX case_assignments_by_lead;
