-- One row per duty; at most one open for a kind and subject.
CREATE TABLE duty_duty (
  id {id},
  sequence {int} NOT NULL,
  kind TEXT NOT NULL CHECK (kind <> ''),
  subject {int} NOT NULL,
  organisation {int} NOT NULL REFERENCES access_party (id),
  about {int} REFERENCES access_party (id),
  action TEXT NOT NULL CHECK (action <> ''),
  counted_from TEXT NOT NULL,
  amount {int} NOT NULL CHECK (amount >= 0),
  unit TEXT NOT NULL,
  roll TEXT NOT NULL,
  clause TEXT NOT NULL CHECK (clause <> ''),
  period TEXT CHECK (period <> ''),
  due TEXT NOT NULL,
  provisional {int} NOT NULL CHECK (provisional IN (0, 1)),
  opened_at TEXT NOT NULL,
  assignee {int} REFERENCES access_person (id),
  outcome TEXT,
  closed_at TEXT,
  closed_by {int},
  version {int} NOT NULL,
  CHECK ((outcome IS NULL) = (closed_at IS NULL)),
  CHECK ((outcome IS NULL) = (closed_by IS NULL))
) {strict};
CREATE UNIQUE INDEX duty_duty_open ON duty_duty (kind, subject) WHERE outcome IS NULL;
CREATE INDEX duty_duty_subject ON duty_duty (kind, subject);
CREATE INDEX duty_duty_organisation ON duty_duty (organisation, outcome, due);
CREATE INDEX duty_duty_due ON duty_duty (outcome, due);
CREATE INDEX duty_duty_assignee ON duty_duty (assignee);

-- A reminder is given once for each number of days left.
CREATE TABLE duty_reminder (
  duty {int} NOT NULL REFERENCES duty_duty (id),
  days {int} NOT NULL CHECK (days > 0),
  reminded_on TEXT NOT NULL,
  sequence {int} NOT NULL,
  PRIMARY KEY (duty, days)
) {strict};

-- An authority urges a duty at most once a day.
CREATE TABLE duty_urge (
  duty {int} NOT NULL REFERENCES duty_duty (id),
  urged_on TEXT NOT NULL,
  sequence {int} NOT NULL,
  organisation {int} NOT NULL REFERENCES access_party (id),
  person {int} NOT NULL REFERENCES access_person (id),
  remark TEXT CHECK (remark <> ''),
  PRIMARY KEY (duty, urged_on)
) {strict};

-- What else became of a duty: a due date moved, given to a person, handed back.
CREATE TABLE duty_change (
  id {id},
  duty {int} NOT NULL REFERENCES duty_duty (id),
  sequence {int} NOT NULL,
  event TEXT NOT NULL,
  due TEXT,
  due_before TEXT,
  person {int} REFERENCES access_person (id)
) {strict};
CREATE INDEX duty_change_duty ON duty_change (duty, sequence);
