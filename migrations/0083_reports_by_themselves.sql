-- The few that are restricted, with all that their views ask: counted and narrowed from this index alone. It costs a write
-- for a 检举控告 and for nothing else.
CREATE INDEX cases_restricted_few ON cases (site, id, state, waits_for, due_date) WHERE restricted = 1;
--> statement-breakpoint
DROP INDEX cases_restricted_newest;
