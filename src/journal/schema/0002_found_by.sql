-- Whoever audits looks for what was done and by which organisation, newest first.
CREATE INDEX journal_record_action ON journal_record (action, sequence);
CREATE INDEX journal_record_organisation ON journal_record (organisation, sequence);
