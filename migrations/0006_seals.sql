-- Hourly seals: each signs every chain's head that is new since the one before, and hangs on that one.
CREATE TABLE seals (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  count INTEGER NOT NULL,
  heads_hash TEXT NOT NULL,
  prev TEXT NOT NULL,
  kid TEXT NOT NULL,
  signature TEXT NOT NULL
);
--> statement-breakpoint
CREATE TABLE seal_heads (
  seal INTEGER NOT NULL,
  stream TEXT NOT NULL,
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (seal, stream)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX seal_heads_by_stream ON seal_heads (stream, seq);
--> statement-breakpoint
CREATE TRIGGER seals_are_not_changed BEFORE UPDATE ON seals BEGIN SELECT RAISE(ABORT, 'seals are not changed'); END;
--> statement-breakpoint
CREATE TRIGGER seals_are_not_deleted BEFORE DELETE ON seals BEGIN SELECT RAISE(ABORT, 'seals are not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER seal_heads_are_not_changed BEFORE UPDATE ON seal_heads BEGIN SELECT RAISE(ABORT, 'seals are not changed'); END;
--> statement-breakpoint
CREATE TRIGGER seal_heads_are_not_deleted BEFORE DELETE ON seal_heads BEGIN SELECT RAISE(ABORT, 'seals are not deleted'); END;
--> statement-breakpoint
-- Streams with an event that no seal covers yet, noted by the database itself: no clock, and no scan of all events.
CREATE TABLE unsealed (
  stream TEXT PRIMARY KEY
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO unsealed SELECT DISTINCT stream FROM events;
--> statement-breakpoint
-- NOT EXISTS, since an OR IGNORE here would be overruled by the conflict clause of the statement that inserts the event.
CREATE TRIGGER events_wait_for_their_seal AFTER INSERT ON events BEGIN
  INSERT INTO unsealed (stream) SELECT NEW.stream WHERE NOT EXISTS (SELECT 1 FROM unsealed WHERE stream = NEW.stream);
END;
