-- A schema with a history, for the tests of migration: a parent and a child that refers to it.
CREATE TABLE db_fixture_bank (
  id {id},
  name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 10)
) {strict};
CREATE TABLE db_fixture_note (
  id {id},
  bank {int} NOT NULL REFERENCES db_fixture_bank (id),
  balance_fen {int} NOT NULL CHECK (balance_fen >= 0)
) {strict};
INSERT INTO db_fixture_bank (id, name) VALUES (1, '示例银行');
INSERT INTO db_fixture_note (id, bank, balance_fen) VALUES (1, 1, 100);
