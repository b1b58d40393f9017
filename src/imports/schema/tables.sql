-- A file that somebody wants imported. Nothing that is read from it stands here: it is computed
-- from file, mapping, corrections and answers whenever somebody asks.
CREATE TABLE imports_import (
  id {id},
  kind TEXT NOT NULL CHECK (kind <> ''),
  organisation {int} NOT NULL REFERENCES access_party (id),
  entered_by {int} NOT NULL REFERENCES access_party (id),
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  file {int} NOT NULL REFERENCES files_file (id),
  file_name TEXT NOT NULL CHECK (file_name <> ''),
  mapping TEXT CHECK (mapping <> ''),
  data_date TEXT,
  basis TEXT CHECK (basis <> ''),
  arrived_on TEXT NOT NULL,
  entered_on TEXT NOT NULL,
  scan {int} REFERENCES files_file (id),
  replaces {int} REFERENCES imports_import (id),
  state TEXT NOT NULL,
  confirmed {int},
  version {int} NOT NULL
) {strict};
CREATE INDEX imports_import_organisation ON imports_import (organisation, kind);

-- Corrections beside the unchanged file; who made one says the record of its sequence. The last of
-- a cell holds; no new text means that the cell is empty.
CREATE TABLE imports_correction (
  import {int} NOT NULL REFERENCES imports_import (id),
  line {int} NOT NULL,
  field TEXT NOT NULL CHECK (field <> ''),
  sequence {int} NOT NULL,
  old_text TEXT CHECK (old_text <> ''),
  new_text TEXT CHECK (new_text <> ''),
  PRIMARY KEY (import, line, field, sequence)
) {strict};

CREATE TABLE imports_answer (
  import {int} NOT NULL REFERENCES imports_import (id),
  question TEXT NOT NULL CHECK (question <> ''),
  sequence {int} NOT NULL,
  answer TEXT NOT NULL CHECK (answer <> ''),
  PRIMARY KEY (import, question, sequence)
) {strict};

-- How an organisation's files of one kind are read, by the signature of their header.
CREATE TABLE imports_mapping (
  organisation {int} NOT NULL REFERENCES access_party (id),
  kind TEXT NOT NULL CHECK (kind <> ''),
  signature TEXT NOT NULL CHECK (length(signature) = 64),
  mapping TEXT NOT NULL CHECK (mapping <> ''),
  sequence {int} NOT NULL,
  PRIMARY KEY (organisation, kind, signature)
) {strict};

-- What an application of an import did: several where rows were mended afterwards.
CREATE TABLE imports_application (
  import {int} NOT NULL REFERENCES imports_import (id),
  sequence {int} NOT NULL,
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
  accepted {int} NOT NULL,
  created {int} NOT NULL,
  changed {int} NOT NULL,
  same {int} NOT NULL,
  left_out {int} NOT NULL,
  PRIMARY KEY (import, sequence)
) {strict};
