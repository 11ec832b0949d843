-- Up to which case the wrapped keys have been taken over, by each key of the ring that became the current one.
CREATE TABLE key_rotations (
  kid TEXT PRIMARY KEY,
  after TEXT NOT NULL
) WITHOUT ROWID;
