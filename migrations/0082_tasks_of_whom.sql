-- Whose a task is stands on the task: the kind and the station of its case, and the department that leads it, where the
-- task is for the holder and there is one. Kept by the database itself as long as the task is open.
ALTER TABLE tasks ADD COLUMN case_kind TEXT;
--> statement-breakpoint
ALTER TABLE tasks ADD COLUMN station TEXT;
--> statement-breakpoint
ALTER TABLE tasks ADD COLUMN department TEXT;
--> statement-breakpoint
UPDATE tasks SET
  (case_kind, station) = (SELECT c.kind, c.station FROM cases c WHERE c.id = case_id),
  department = CASE whose WHEN 'holder' THEN
    (SELECT h.department FROM case_holders h WHERE h.case_id = tasks.case_id AND h.leads = 1) END
WHERE done_at IS NULL;
--> statement-breakpoint
CREATE TRIGGER new_tasks_know_whose_they_are AFTER INSERT ON tasks WHEN NEW.done_at IS NULL BEGIN
  UPDATE tasks SET
    (case_kind, station) = (SELECT c.kind, c.station FROM cases c WHERE c.id = NEW.case_id),
    department = CASE NEW.whose WHEN 'holder' THEN
      (SELECT h.department FROM case_holders h WHERE h.case_id = NEW.case_id AND h.leads = 1) END
  WHERE id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER tasks_go_to_the_new_holder AFTER INSERT ON case_holders WHEN NEW.leads = 1 BEGIN
  UPDATE tasks SET department = NEW.department WHERE case_id = NEW.case_id AND whose = 'holder' AND done_at IS NULL;
END;
--> statement-breakpoint
CREATE TRIGGER tasks_go_back_to_the_desk AFTER DELETE ON case_holders WHEN OLD.leads = 1 BEGIN
  UPDATE tasks SET department = NULL WHERE case_id = OLD.case_id AND whose = 'holder' AND done_at IS NULL;
END;
--> statement-breakpoint
CREATE TRIGGER tasks_move_with_the_case AFTER UPDATE OF kind, station ON cases
WHEN NEW.kind IS NOT OLD.kind OR NEW.station IS NOT OLD.station BEGIN
  UPDATE tasks SET case_kind = NEW.kind, station = NEW.station WHERE case_id = NEW.id AND done_at IS NULL;
END;
--> statement-breakpoint
CREATE INDEX tasks_of_whom ON tasks (site, department, whose, case_kind, kind, id) WHERE done_at IS NULL;
--> statement-breakpoint
CREATE INDEX tasks_of_station ON tasks (site, station, whose, case_kind, kind, id)
  WHERE done_at IS NULL AND department IS NULL;
--> statement-breakpoint
-- Both together answer what this one did.
DROP INDEX tasks_open;
