-- Region tree as data; another city replaces it. Validity lets a district merge or split.
CREATE TABLE access_region (
  code TEXT NOT NULL CHECK (code <> ''),
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  name TEXT NOT NULL CHECK (name <> ''),
  english TEXT NOT NULL CHECK (english <> ''),
  kind TEXT NOT NULL,
  host TEXT CHECK (host <> ''),
  tile_column {int} NOT NULL,
  tile_row {int} NOT NULL,
  short_name TEXT NOT NULL CHECK (short_name <> ''),
  PRIMARY KEY (code, valid_from)
) {strict};

-- One row per party: organisations of every kind, their branches, and enterprises. Never changes.
CREATE TABLE access_party (
  id {id},
  sequence {int} NOT NULL,
  kind TEXT NOT NULL,
  parent {int} REFERENCES access_party (id),
  path TEXT NOT NULL CHECK (path <> ''),
  uscc TEXT CHECK (length(uscc) = 18)
) {strict};
CREATE UNIQUE INDEX access_party_uscc ON access_party (uscc) WHERE uscc IS NOT NULL;
CREATE INDEX access_party_parent ON access_party (parent);

CREATE TABLE access_party_version (
  party {int} NOT NULL REFERENCES access_party (id),
  effective TEXT NOT NULL,
  sequence {int} NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  short_name TEXT CHECK (short_name <> ''),
  region TEXT CHECK (region <> ''),
  zone TEXT CHECK (zone <> ''),
  park {int} REFERENCES access_party (id),
  standing TEXT NOT NULL,
  successor {int} REFERENCES access_party (id),
  withdrawn {int} NOT NULL CHECK (withdrawn IN (0, 1)),
  PRIMARY KEY (party, effective, sequence)
) {strict};

-- One person is one row however many accounts; name and phone are commitments.
CREATE TABLE access_person (
  id {id},
  name TEXT NOT NULL CHECK (name <> ''),
  phone TEXT CHECK (phone <> '')
) {strict};

CREATE TABLE access_account (
  id {id},
  person {int} NOT NULL REFERENCES access_person (id),
  organisation {int} NOT NULL REFERENCES access_party (id),
  login TEXT NOT NULL UNIQUE CHECK (length(login) BETWEEN 2 AND 40),
  password_hash TEXT NOT NULL CHECK (password_hash <> ''),
  password_state TEXT NOT NULL,
  password_until TEXT,
  standing TEXT NOT NULL,
  version {int} NOT NULL
) {strict};
CREATE INDEX access_account_organisation ON access_account (organisation);

CREATE TABLE access_role (
  code TEXT NOT NULL PRIMARY KEY CHECK (code <> ''),
  zh TEXT NOT NULL CHECK (zh <> ''),
  en TEXT NOT NULL CHECK (en <> ''),
  kinds TEXT NOT NULL CHECK (kinds <> ''),
  actions TEXT NOT NULL CHECK (actions <> ''),
  version {int} NOT NULL
) {strict};

CREATE TABLE access_grant (
  id {id},
  account {int} NOT NULL REFERENCES access_account (id),
  role TEXT NOT NULL REFERENCES access_role (code),
  given {int} NOT NULL,
  withdrawn {int}
) {strict};
CREATE INDEX access_grant_account ON access_grant (account);

-- Not commands: sessions and failed attempts (see the list in journal).
CREATE TABLE access_session (
  token_digest TEXT NOT NULL PRIMARY KEY CHECK (token_digest <> ''),
  id {int} NOT NULL,
  account {int} NOT NULL REFERENCES access_account (id),
  csrf TEXT NOT NULL CHECK (csrf <> ''),
  started TEXT NOT NULL,
  seen TEXT NOT NULL,
  ended TEXT,
  address TEXT NOT NULL CHECK (address <> '')
) {strict};
CREATE INDEX access_session_account ON access_session (account);

CREATE TABLE access_attempt (
  subject TEXT NOT NULL PRIMARY KEY CHECK (subject <> ''),
  failures {int} NOT NULL,
  locked_until TEXT,
  last TEXT NOT NULL
) {strict};
CREATE INDEX access_attempt_last ON access_attempt (last);

-- Sign-ins and refusals: append-only, digested into a record every hour.
CREATE TABLE access_event (
  id {id},
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  account {int} NOT NULL,
  organisation {int} NOT NULL,
  address TEXT NOT NULL CHECK (address <> ''),
  request TEXT NOT NULL CHECK (request <> ''),
  detail TEXT CHECK (detail <> '')
) {strict};
CREATE INDEX access_event_account ON access_event (account, id);
