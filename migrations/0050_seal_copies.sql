-- Which seals lie in the object store as well. Seals themselves are never changed, so this stands beside them.
CREATE TABLE seal_copies (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL
);
