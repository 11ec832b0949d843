-- What must be looked at now (信访工作条例 25); set and taken away by events of the case.
ALTER TABLE cases ADD COLUMN urgent INTEGER NOT NULL DEFAULT 0;
