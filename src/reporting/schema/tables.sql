-- A row of the ledger as a version of a return froze it: what the reader said of it then. Rows that
-- give nothing to any figure are not kept.
CREATE TABLE reporting_row (
  version {int} NOT NULL REFERENCES forms_version (id),
  reader TEXT NOT NULL CHECK (reader <> ''),
  place {int} NOT NULL CHECK (place >= 0),
  sequence {int} NOT NULL,
  note {int} NOT NULL,
  rests_on {int},
  facts TEXT NOT NULL CHECK (facts <> ''),
  PRIMARY KEY (version, reader, place)
) {strict};
CREATE INDEX reporting_row_rests_on ON reporting_row (rests_on);
