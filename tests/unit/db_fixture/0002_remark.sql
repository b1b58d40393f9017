ALTER TABLE db_fixture_note ADD COLUMN remark TEXT CHECK (remark <> '');
UPDATE db_fixture_note SET remark = '第二步; "done"' WHERE id = 1;
