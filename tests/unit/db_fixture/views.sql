CREATE VIEW db_fixture_v_banks AS SELECT id, name FROM db_fixture_bank;
CREATE VIEW db_fixture_v_notes AS
  SELECT n.id, b.name, n.balance_fen FROM db_fixture_note n JOIN db_fixture_v_banks b ON b.id = n.bank;
