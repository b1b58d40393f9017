-- Rows of the kind that the tests of the import engine bring.
CREATE TABLE imports_fixture_note (
  id {id},
  sequence {int} NOT NULL,
  organisation {int} NOT NULL,
  number TEXT NOT NULL CHECK (number <> ''),
  paid_fen {int} NOT NULL,
  balance_fen {int} NOT NULL,
  paid_on TEXT NOT NULL,
  due_on TEXT,
  security TEXT,
  data_date TEXT NOT NULL,
  reported TEXT NOT NULL CHECK (reported <> ''),
  withdrawn {int} NOT NULL
) {strict};
