-- What came to a desk (no department) or to a department, in the order in which it was written: staff are told of it from
-- here. What comes in from residents is added by the timer, so that taking it in costs nothing more.
CREATE TABLE arrivals (
  n INTEGER PRIMARY KEY,
  site TEXT NOT NULL,
  case_id TEXT NOT NULL,
  department TEXT,
  -- When the timer first met it; what came within a minute or two goes together.
  seen_at INTEGER
);
--> statement-breakpoint
CREATE INDEX arrivals_unseen ON arrivals (n) WHERE seen_at IS NULL;
--> statement-breakpoint
CREATE INDEX arrivals_of_case ON arrivals (case_id, department);
--> statement-breakpoint
CREATE TRIGGER departments_get_cases AFTER INSERT ON case_holders BEGIN
  INSERT INTO arrivals (site, case_id, department) VALUES (NEW.site, NEW.case_id, NEW.department);
END;
--> statement-breakpoint
CREATE TRIGGER desks_get_cases_back AFTER INSERT ON events WHEN NEW.code = 'return' BEGIN
  INSERT INTO arrivals (site, case_id) SELECT site, id FROM cases WHERE id = NEW.stream;
END;
