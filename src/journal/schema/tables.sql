-- The chain: each record's exact bytes, whose SHA-256 is the hash and the next record's prev.
CREATE TABLE journal_record (
  sequence {id},
  received TEXT NOT NULL,
  business_date TEXT NOT NULL,
  action TEXT NOT NULL,
  organisation {int} NOT NULL,
  person {int} NOT NULL,
  checker {int},
  outcome TEXT NOT NULL,
  hash TEXT NOT NULL,
  bytes TEXT NOT NULL
) {strict};
CREATE INDEX journal_record_received ON journal_record (received, sequence);

-- What became of a key, for good: the answer holds ids and figures, nothing personal.
CREATE TABLE journal_key (
  organisation {int} NOT NULL,
  idempotency_key TEXT NOT NULL CHECK (length(idempotency_key) BETWEEN 1 AND 100),
  digest TEXT NOT NULL,
  sequence {int} NOT NULL,
  state TEXT NOT NULL,
  answer TEXT NOT NULL,
  PRIMARY KEY (organisation, idempotency_key)
) {strict};

-- Commands that wait for a second person.
CREATE TABLE journal_waiting (
  id {id},
  sequence {int} NOT NULL,
  command TEXT NOT NULL,
  body TEXT NOT NULL,
  organisation {int} NOT NULL,
  maker_person {int} NOT NULL,
  maker_account {int} NOT NULL,
  made_at TEXT NOT NULL,
  expected_version {int},
  state TEXT NOT NULL,
  remark TEXT CHECK (remark <> ''),
  decided_by {int},
  decided_at TEXT
) {strict};
CREATE INDEX journal_waiting_open ON journal_waiting (organisation, state);

-- Personal values beside the record: an erasure empties this table only, the chain stays valid.
CREATE TABLE journal_personal (
  commitment TEXT NOT NULL PRIMARY KEY,
  salt TEXT NOT NULL,
  value TEXT NOT NULL
) {strict};

-- The business date, moved only by day.close.
CREATE TABLE journal_day (
  id {id},
  business_date TEXT NOT NULL
) {strict};
