-- A published set of tables: its code never changes, its contents are versions.
CREATE TABLE rulebook_set (
  id {id},
  sequence {int} NOT NULL,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  zh TEXT NOT NULL CHECK (zh <> ''),
  en TEXT NOT NULL CHECK (en <> '')
) {strict};

CREATE TABLE rulebook_set_version (
  subject {int} NOT NULL REFERENCES rulebook_set (id),
  effective TEXT NOT NULL,
  sequence {int} NOT NULL,
  clause TEXT NOT NULL CHECK (clause <> ''),
  source TEXT CHECK (source <> ''),
  confidence TEXT NOT NULL,
  content TEXT NOT NULL CHECK (content <> ''),
  withdrawn {int} NOT NULL CHECK (withdrawn IN (0, 1)),
  PRIMARY KEY (subject, effective, sequence)
) {strict};
