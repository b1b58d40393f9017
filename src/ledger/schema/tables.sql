-- A drawdown note: what never changes of it. identity is its number at the bank, else contract,
-- day and amount of the drawdown.
CREATE TABLE ledger_note (
  id {id},
  sequence {int} NOT NULL,
  bank {int} NOT NULL REFERENCES access_party (id),
  identity TEXT NOT NULL CHECK (identity <> ''),
  note_number TEXT CHECK (note_number <> '')
) {strict};
CREATE UNIQUE INDEX ledger_note_identity ON ledger_note (bank, identity);

-- What was said of a note as of a data date, by which import and in which row of its file.
CREATE TABLE ledger_note_version (
  note {int} NOT NULL REFERENCES ledger_note (id),
  effective TEXT NOT NULL,
  sequence {int} NOT NULL,
  branch {int} REFERENCES access_party (id),
  enterprise {int} NOT NULL REFERENCES access_party (id),
  contract_number TEXT CHECK (contract_number <> ''),
  credit_line TEXT CHECK (credit_line <> ''),
  rights TEXT NOT NULL CHECK (rights <> ''),
  security_mode TEXT NOT NULL,
  disbursed_on TEXT NOT NULL,
  matures_on TEXT NOT NULL,
  secured_fen {int} CHECK (secured_fen >= 0),
  granted_fen {int} CHECK (granted_fen >= 0),
  disbursed_fen {int} NOT NULL CHECK (disbursed_fen > 0),
  balance_fen {int} NOT NULL CHECK (balance_fen >= 0),
  overdue_days {int} NOT NULL CHECK (overdue_days >= 0),
  class TEXT NOT NULL,
  class_floor TEXT,
  class_reason TEXT CHECK (class_reason <> ''),
  import {int} NOT NULL,
  source_row {int},
  reported TEXT,
  withdrawn {int} NOT NULL CHECK (withdrawn IN (0, 1)),
  PRIMARY KEY (note, effective, sequence)
) {strict};
CREATE INDEX ledger_note_version_import ON ledger_note_version (import);

-- On what ground the city bureau may see a note. The last one said decides, whatever day is asked
-- about: a consent that was withdrawn closes the past too. NULL: none.
CREATE TABLE ledger_note_basis (
  note {int} NOT NULL REFERENCES ledger_note (id),
  sequence {int} NOT NULL,
  basis TEXT,
  PRIMARY KEY (note, sequence)
) {strict};
