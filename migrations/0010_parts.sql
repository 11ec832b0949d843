-- Words of a step in parts: an opinion states claims, facts, opinion and basis, each for itself (信访工作条例 32).
CREATE TABLE case_notes_in_parts (
  case_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  part TEXT NOT NULL,
  sealed TEXT NOT NULL,
  PRIMARY KEY (case_id, seq, part)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO case_notes_in_parts SELECT case_id, seq, 'note', sealed FROM case_notes;
--> statement-breakpoint
DROP TABLE case_notes;
--> statement-breakpoint
ALTER TABLE case_notes_in_parts RENAME TO case_notes;
--> statement-breakpoint
CREATE TABLE case_remarks_in_parts (
  case_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  part TEXT NOT NULL,
  sealed TEXT NOT NULL,
  PRIMARY KEY (case_id, seq, part)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO case_remarks_in_parts SELECT case_id, seq, 'remark', sealed FROM case_remarks;
--> statement-breakpoint
DROP TABLE case_remarks;
--> statement-breakpoint
ALTER TABLE case_remarks_in_parts RENAME TO case_remarks;
