-- Whom an unfinished case waits for besides its desk (department, resident, review), and who of the staff acted on it last.
ALTER TABLE cases ADD COLUMN waits_for TEXT;
--> statement-breakpoint
ALTER TABLE cases ADD COLUMN acted_by TEXT;
--> statement-breakpoint
UPDATE cases SET
  waits_for = CASE
    WHEN state IN ('reviewing', 're-reviewing', 'hearing', 'heard') THEN 'review'
    WHEN state IN ('assigned', 'assigned-wide', 'reassigned', 'accepted', 'extended', 'studied', 'again')
      AND EXISTS (SELECT 1 FROM case_holders h WHERE h.case_id = cases.id AND h.leads = 1) THEN 'department'
  END,
  acted_by = (SELECT substr(e.actor, 7) FROM events e
    WHERE e.stream = cases.id AND e.actor LIKE 'staff:%' AND e.code <> 'revealed' ORDER BY e.seq DESC LIMIT 1)
WHERE state NOT IN ('not-accepted', 'directed', 'forwarded', 'handed-over', 'closed', 'concluded', 'withdrawn', 'erased',
  'not-received', 'published');
--> statement-breakpoint
CREATE INDEX cases_acted_by ON cases (acted_by, id) WHERE acted_by IS NOT NULL;
--> statement-breakpoint
CREATE INDEX cases_waiting ON cases (site, kind, id) WHERE waits_for IS NOT NULL;
--> statement-breakpoint
CREATE INDEX cases_waiting_at_station ON cases (site, station, id) WHERE waits_for IS NOT NULL;
--> statement-breakpoint
-- What a list is narrowed by, in the order lists are read.
CREATE INDEX cases_about_topic ON cases (site, topic, id);
--> statement-breakpoint
CREATE INDEX cases_by_station_topic ON cases (site, station, topic, id);
--> statement-breakpoint
CREATE INDEX cases_by_station_state ON cases (site, station, state, id);
--> statement-breakpoint
-- Whoever is cleared for the few that are restricted reads these and nothing else.
CREATE INDEX cases_restricted_newest ON cases (site, id) WHERE restricted = 1;
--> statement-breakpoint
CREATE INDEX cases_about_topic_state ON cases (site, topic, state, id);
--> statement-breakpoint
-- What a department's views ask of the cases it holds, beside the date that is there already.
ALTER TABLE case_holders ADD COLUMN waits_for TEXT;
--> statement-breakpoint
ALTER TABLE case_holders ADD COLUMN acted_by TEXT;
--> statement-breakpoint
UPDATE case_holders SET
  waits_for = (SELECT c.waits_for FROM cases c WHERE c.id = case_id),
  acted_by = (SELECT c.acted_by FROM cases c WHERE c.id = case_id);
--> statement-breakpoint
CREATE INDEX case_holders_unfinished ON case_holders (site, department, case_id) WHERE acted_by IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER holders_know_whom_it_waits_for AFTER UPDATE OF waits_for, acted_by ON cases
WHEN NEW.waits_for IS NOT OLD.waits_for OR NEW.acted_by IS NOT OLD.acted_by BEGIN
  UPDATE case_holders SET waits_for = NEW.waits_for, acted_by = NEW.acted_by WHERE case_id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER new_holders_know_whom_it_waits_for AFTER INSERT ON case_holders BEGIN
  UPDATE case_holders SET
    waits_for = (SELECT c.waits_for FROM cases c WHERE c.id = NEW.case_id),
    acted_by = (SELECT c.acted_by FROM cases c WHERE c.id = NEW.case_id)
  WHERE site = NEW.site AND department = NEW.department AND case_id = NEW.case_id;
END;
