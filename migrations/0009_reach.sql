-- What a reach narrows to before anything else: a kind's or a station's cases, the few that are restricted, helpers.
DROP INDEX cases_by_due;
--> statement-breakpoint
DROP INDEX cases_by_state;
--> statement-breakpoint
CREATE INDEX cases_by_kind_due ON cases (site, kind, due_date, id) WHERE due_date IS NOT NULL;
--> statement-breakpoint
CREATE INDEX cases_by_kind_state ON cases (site, kind, state, id);
--> statement-breakpoint
CREATE INDEX cases_by_station_due ON cases (site, station, due_date, id) WHERE due_date IS NOT NULL;
--> statement-breakpoint
CREATE INDEX cases_restricted ON cases (site, due_date, id) WHERE restricted = 1;
--> statement-breakpoint
CREATE INDEX case_assignments_with_helpers ON case_assignments (case_id, seq, helpers) WHERE helpers IS NOT NULL;
