-- Filings on one matter (并案): each member follows one lead. `told`: the number of the lead's last step that it was told.
CREATE TABLE matter_members (
  case_id TEXT PRIMARY KEY,
  lead_id TEXT NOT NULL,
  told INTEGER NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX matter_members_by_lead ON matter_members (lead_id, told, case_id);
--> statement-breakpoint
-- `step`: the last step of a lead that is to be told to all; `behind`: some are still to be told, by the sweep.
CREATE TABLE matter_leads (
  case_id TEXT PRIMARY KEY,
  step INTEGER NOT NULL,
  behind INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX matter_leads_behind ON matter_leads (case_id) WHERE behind = 1;
--> statement-breakpoint
-- Filings that point at each other and go each their own way; a row for either direction.
CREATE TABLE matter_links (
  case_id TEXT NOT NULL,
  other_id TEXT NOT NULL,
  PRIMARY KEY (case_id, other_id)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX matter_links_by_other ON matter_links (other_id);
