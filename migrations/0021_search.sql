-- Words of open texts: pairs of neighbouring characters, words of letters and digits, marks of where a case lies and who
-- holds it. Contentless: the texts themselves stand in `cases` alone. 检举控告 and spam never come in.
CREATE VIRTUAL TABLE case_words USING fts5(
  words, content = '', contentless_delete = 1, detail = none, tokenize = "ascii tokenchars '@#%-_'"
);
--> statement-breakpoint
-- Which row of the index is which case: the millisecond it was sent × 1024 and a count within it, so that rows are in time.
CREATE TABLE case_word_rows (
  n INTEGER PRIMARY KEY,
  case_id TEXT NOT NULL UNIQUE
);
--> statement-breakpoint
-- Cases whose words are to be read anew, noted by the database itself; `asked` tells a change made while they were read.
CREATE TABLE unindexed (
  case_id TEXT PRIMARY KEY,
  asked INTEGER NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO unindexed (case_id, asked) SELECT id, 1 FROM cases WHERE restricted = 0 AND spam = 0;
--> statement-breakpoint
CREATE TRIGGER new_cases_wait_for_their_words AFTER INSERT ON cases WHEN NEW.restricted = 0 AND NEW.spam = 0 BEGIN
  INSERT INTO unindexed (case_id, asked) SELECT NEW.id, 1 WHERE NOT EXISTS (SELECT 1 FROM unindexed WHERE case_id = NEW.id);
END;
--> statement-breakpoint
CREATE TRIGGER changed_cases_wait_for_their_words AFTER UPDATE OF title, answers, restricted, spam, site, station, kind ON cases
BEGIN
  UPDATE unindexed SET asked = asked + 1 WHERE case_id = NEW.id;
  INSERT INTO unindexed (case_id, asked) SELECT NEW.id, 1 WHERE NOT EXISTS (SELECT 1 FROM unindexed WHERE case_id = NEW.id);
END;
--> statement-breakpoint
CREATE TRIGGER gone_cases_wait_for_their_words AFTER DELETE ON cases BEGIN
  UPDATE unindexed SET asked = asked + 1 WHERE case_id = OLD.id;
  INSERT INTO unindexed (case_id, asked) SELECT OLD.id, 1 WHERE NOT EXISTS (SELECT 1 FROM unindexed WHERE case_id = OLD.id);
END;
--> statement-breakpoint
CREATE TRIGGER new_holders_wait_for_their_words AFTER INSERT ON case_holders WHEN NEW.leads = 1 BEGIN
  UPDATE unindexed SET asked = asked + 1 WHERE case_id = NEW.case_id;
  INSERT INTO unindexed (case_id, asked) SELECT c.id, 1 FROM cases c WHERE c.id = NEW.case_id AND c.restricted = 0 AND c.spam = 0
    AND NOT EXISTS (SELECT 1 FROM unindexed WHERE case_id = NEW.case_id);
END;
--> statement-breakpoint
-- A number read out by its end.
CREATE INDEX cases_by_receipt_end ON cases (substr(receipt, -4), id);
