-- A form sent out once: its version, the period asked about; who must answer has an answer row.
CREATE TABLE forms_round (
  id {id},
  form TEXT NOT NULL CHECK (form <> ''),
  form_version {int} NOT NULL,
  period TEXT NOT NULL CHECK (period <> ''),
  period_end TEXT NOT NULL,
  duty TEXT NOT NULL CHECK (duty <> ''),
  due TEXT NOT NULL,
  opened TEXT NOT NULL,
  version {int} NOT NULL,
  UNIQUE (form, period)
) {strict};

-- One answer for each organisation and round, there from the day the form is sent out.
CREATE TABLE forms_answer (
  id {id},
  sequence {int} NOT NULL,
  round {int} NOT NULL REFERENCES forms_round (id),
  organisation {int} NOT NULL REFERENCES access_party (id),
  UNIQUE (round, organisation)
) {strict};
CREATE INDEX forms_answer_organisation ON forms_answer (organisation);

-- What is being filled in and nobody has signed; replaced at every save.
CREATE TABLE forms_draft (
  answer {int} NOT NULL PRIMARY KEY REFERENCES forms_answer (id),
  source TEXT NOT NULL,
  edition TEXT NOT NULL,
  cells TEXT NOT NULL CHECK (cells <> ''),
  reasons TEXT NOT NULL CHECK (reasons <> ''),
  responsible TEXT CHECK (responsible <> ''),
  phone TEXT CHECK (phone <> ''),
  entered_by {int} REFERENCES access_party (id),
  paper_date TEXT,
  scan {int} REFERENCES files_file (id),
  person {int} REFERENCES access_person (id),
  saved TEXT NOT NULL,
  version {int} NOT NULL
) {strict};

-- A frozen version; what becomes of it are the rows of forms_version_state.
CREATE TABLE forms_version (
  id {id},
  sequence {int} NOT NULL,
  answer {int} NOT NULL REFERENCES forms_answer (id),
  number {int} NOT NULL CHECK (number > 0),
  form_version {int} NOT NULL,
  source TEXT NOT NULL,
  edition TEXT NOT NULL,
  known_at {int} NOT NULL,
  cells TEXT NOT NULL CHECK (cells <> ''),
  ledger TEXT CHECK (ledger <> ''),
  previous {int} REFERENCES forms_version (id),
  reasons TEXT NOT NULL CHECK (reasons <> ''),
  responsible TEXT CHECK (responsible <> ''),
  phone TEXT CHECK (phone <> ''),
  entered_by {int} REFERENCES access_party (id),
  paper_date TEXT,
  scan {int} REFERENCES files_file (id),
  person {int} REFERENCES access_person (id),
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  UNIQUE (answer, number)
) {strict};

CREATE TABLE forms_version_state (
  subject {int} NOT NULL REFERENCES forms_version (id),
  effective TEXT NOT NULL,
  sequence {int} NOT NULL,
  stage TEXT NOT NULL,
  channel TEXT,
  received TEXT,
  due TEXT,
  receipt TEXT CHECK (receipt <> ''),
  scan {int} REFERENCES files_file (id),
  maker {int} REFERENCES access_person (id),
  checker {int} REFERENCES access_person (id),
  remark TEXT CHECK (remark <> ''),
  remarks TEXT CHECK (remarks <> ''),
  withdrawn {int} NOT NULL CHECK (withdrawn IN (0, 1)),
  PRIMARY KEY (subject, effective, sequence)
) {strict};
