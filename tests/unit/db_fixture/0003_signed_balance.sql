-- SQLite cannot alter a CHECK: the table is made anew.
CREATE TABLE db_fixture_note_anew (
  id {id},
  bank {int} NOT NULL REFERENCES db_fixture_bank (id),
  balance_fen {int} NOT NULL CHECK (balance_fen >= -1000),
  remark TEXT CHECK (remark <> '')
) {strict};
INSERT INTO db_fixture_note_anew (id, bank, balance_fen, remark)
  SELECT id, bank, balance_fen, remark FROM db_fixture_note;
DROP TABLE db_fixture_note;
ALTER TABLE db_fixture_note_anew RENAME TO db_fixture_note;
