// The dump of a city without what two equal cities cannot share. Masked, and nothing else:
//   keys that a client drew (UUID)
//   every moment of the machine's clock (…:SS.ffffff+08:00)      its day stays
//   access_account.password_hash                                 a salt is drawn
//   access_event.request                                         drawn for each start, then counted with every question
//   journal_personal.commitment and .salt                        drawn; wherever a commitment stands, its value
//                                                                is written instead, or that it was erased
//   journal_record.hash, and in its bytes prev, the digests of rows that hold something masked, and what an
//   access digest answered, also under its key                   they follow from all of the above

const moment = /(\d{4}-\d\d-\d\dT)\d\d:\d\d:\d\d\.\d{6}\+08:00/g;
const drawn_key = /\b[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\b/g;
const digest = /\b[0-9a-f]{64}\b/g;
/** Columns that hold commitments, for values that were erased meanwhile. */
const personal = new Set(["access_person.name", "access_person.phone", "forms_draft.responsible", "forms_draft.phone",
  "forms_version.responsible", "forms_version.phone"]);

const undated = (answer) => answer.replace(/"sha256":"[0-9a-f]{64}"/, '"sha256":""');

/** `[table, row]` of each line. */
const parsed = (dump) => dump.split("\n").filter((line) => line !== "").map((line) => {
  const [table, , row] = line.split("\t");
  return [table, JSON.parse(row)];
});

export function canonical(dump) {
  const rows = parsed(dump);
  const values = new Map(rows.filter(([table]) => table === "journal_personal").map(([, row]) => [row.commitment, `personal ${row.value}`]));
  const masked = new Set(["access_account", "journal_personal"]);
  const shown = (text) => text.replace(moment, "$1").replace(drawn_key, "drawn").replace(digest, (found) => values.get(found) ?? found);

  for (const [table, row] of rows) {
    const before = JSON.stringify(row);
    if (table === "access_account") row.password_hash = "";
    if (table === "access_event") row.request = "";
    if (table === "journal_key" && row.idempotency_key.startsWith("access ")) row.answer = undated(row.answer);
    if (table === "journal_personal") Object.assign(row, { commitment: "", salt: "" });
    for (const [column, value] of Object.entries(row)) {
      if (typeof value !== "string" || (table === "journal_record" && column === "bytes")) continue;
      row[column] = shown(value);
      if (personal.has(`${table}.${column}`) && !row[column].startsWith("personal ")) row[column] = "erased";
    }
    if (JSON.stringify(row) !== before) masked.add(table);
  }
  for (const [table, row] of rows)
    if (table === "journal_record") Object.assign(row, { hash: "", bytes: record_of(row, { shown, values, masked }) });
  return rows.map(([table, row]) => `${table}\t${JSON.stringify(row)}`).sort();
}

function record_of(row, { shown, values, masked }) {
  const record = JSON.parse(row.bytes, (name, value) =>
    name === "commitment" && typeof value === "string" && !values.has(value) ? "erased" : value);
  record.prev = "";
  for (const rows of record.rows ?? []) if (masked.has(rows.table)) rows.sha256 = "";
  if (record.action === "access.digest") record.result = JSON.parse(undated(JSON.stringify(record.result)));
  return shown(JSON.stringify(record));
}

/** The first line in which two canonical dumps differ, in words, or "". */
export function first_difference(one, other) {
  const at = one.findIndex((line, i) => line !== other[i]);
  if (at < 0) return one.length === other.length ? "" : `${one.length} and ${other.length} lines`;
  return `line ${at} of ${one.length} and ${other.length}:\n  ${one[at]}\n  ${other[at]}`;
}
