-- The inbox: by date, by state and by station, each with the id that paging goes on from.
CREATE INDEX cases_by_due ON cases (site, due_date, id) WHERE due_date IS NOT NULL;
--> statement-breakpoint
CREATE INDEX cases_by_station ON cases (site, station, id);
--> statement-breakpoint
CREATE INDEX cases_by_state ON cases (site, state, id);
