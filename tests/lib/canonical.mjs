// The dump of a city without what two equal cities cannot share. Masked, and nothing else:
//   keys that a client drew (UUID)
//   every moment of the machine's clock (…:SS.ffffff+08:00)      its day stays
//   access_account.password_hash                                 a salt is drawn
//   access_event.request, and from.request in a record's bytes     drawn for each start, then counted with every question
//   journal_personal.commitment and .salt                        drawn; wherever a commitment stands, its value
//                                                                is written instead, or that it was erased
//   journal_record.hash, and in its bytes prev, the digests of rows that hold something masked, and what an
//   access digest answered, also under its key                   they follow from all of the above

import crypto from "node:crypto";

const moment = /(\d{4}-\d\d-\d\dT)\d\d:\d\d:\d\d\.\d{6}\+08:00/g;
const drawn_key = /\b[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\b/g;
const digest = /\b[0-9a-f]{64}\b/g;
/** Columns that hold commitments, for values that were erased meanwhile. */
const personal = new Set(["access_person.name", "access_person.phone", "forms_draft.responsible", "forms_draft.phone",
  "forms_version.responsible", "forms_version.phone"]);

const undated = (answer) => answer.replace(/"sha256":"[0-9a-f]{64}"/, '"sha256":""');

const key_of = (line) => crypto.createHash("sha256").update(line).digest("base64");

/** `[table, row]` of a line. */
function parsed(line) {
  const [table, , row] = line.split("\t");
  return [table, JSON.parse(row)];
}

/** The dump of a city, as long as it may be: it is read line by line, as often as is needed. */
export class Canonical {
  #dump;
  #values = new Map();
  #masked = new Set(["access_account", "journal_personal"]);
  /** How often each line stands there, by its digest. */
  lines = new Map();

  /** @param dump answers the lines of the dump, anew at each call. */
  static async of(dump) {
    const made = new Canonical();
    made.#dump = dump;
    for await (const line of dump()) {
      const [table, row] = line.startsWith("journal_personal\t") ? parsed(line) : [];
      if (table) made.#values.set(row.commitment, `personal ${row.value}`);
    }
    for await (const line of dump()) {
      const [table, row] = parsed(line);
      const before = JSON.stringify(row);
      if (table !== "journal_record" && JSON.stringify(made.#row(table, row)) !== before) made.#masked.add(table);
    }
    for await (const line of made.read()) {
      const key = key_of(line);
      made.lines.set(key, (made.lines.get(key) ?? 0) + 1);
    }
    return made;
  }

  async *read() {
    for await (const line of this.#dump()) {
      const [table, row] = parsed(line);
      yield `${table}\t${JSON.stringify(table === "journal_record" ? { ...row, received: this.#shown(row.received), hash: "", bytes: this.#record(row) } : this.#row(table, row))}`;
    }
  }

  #shown(text) {
    return text.replace(moment, "$1").replace(drawn_key, "drawn").replace(digest, (found) => this.#values.get(found) ?? found);
  }

  #row(table, row) {
    if (table === "access_account") row.password_hash = "";
    if (table === "access_event") row.request = "";
    if (table === "journal_key" && row.idempotency_key.startsWith("access ")) row.answer = undated(row.answer);
    if (table === "journal_personal") Object.assign(row, { commitment: "", salt: "" });
    for (const [column, value] of Object.entries(row)) {
      if (typeof value !== "string") continue;
      row[column] = this.#shown(value);
      if (personal.has(`${table}.${column}`) && !row[column].startsWith("personal ")) row[column] = "erased";
    }
    return row;
  }

  #record(row) {
    const record = JSON.parse(row.bytes, (name, value) =>
      name === "commitment" && typeof value === "string" && !this.#values.has(value) ? "erased" : value);
    record.prev = "";
    if (record.from) record.from.request = "";
    for (const rows of record.rows ?? []) if (this.#masked.has(rows.table)) rows.sha256 = "";
    if (record.action === "access.digest") record.result = JSON.parse(undated(JSON.stringify(record.result)));
    return this.#shown(JSON.stringify(record));
  }
}

/** What stands in one canonical dump and not in the other, in words, or "". */
export async function difference_of(one, other) {
  const found = [];
  for (const [here, there, sign] of [[one, other, "-"], [other, one, "+"]]) {
    const more = new Set([...here.lines].filter(([key, times]) => there.lines.get(key) !== times).map(([key]) => key));
    if (more.size === 0) continue;
    found.push(`${sign} ${more.size} lines`);
    for await (const line of here.read())
      if (found.length < 12 && more.has(key_of(line))) found.push(`${sign} ${line}`);
  }
  return found.join("\n");
}
