-- A file that some record names: its bytes stand in the folder under their SHA-256. Never changes.
CREATE TABLE files_file (
  id {id},
  sequence {int} NOT NULL,
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  size {int} NOT NULL CHECK (size > 0),
  media TEXT NOT NULL,
  organisation {int} NOT NULL REFERENCES access_party (id),
  entered_by {int} NOT NULL REFERENCES access_party (id)
) {strict};
CREATE INDEX files_file_digest ON files_file (digest);

-- What an organisation has uploaded: only what it sent itself may its commands name. No command, so
-- in no record and no dump; what no command ever names is nobody's.
CREATE TABLE files_upload (
  organisation {int} NOT NULL REFERENCES access_party (id),
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  received TEXT NOT NULL,
  PRIMARY KEY (organisation, digest)
) {strict};

-- That this city was restored, until its first record says so; by then the row is gone.
CREATE TABLE files_restored (
  id {id},
  taken TEXT NOT NULL,
  restored TEXT NOT NULL,
  records {int} NOT NULL,
  head TEXT NOT NULL CHECK (length(head) = 64)
) {strict};
