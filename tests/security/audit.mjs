// Nothing happens without its record, rows 23-25 of the control table: `node audit.mjs PROGRAM SOURCE ENGINE`.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { chosen_password, ended, serve } from "../lib/city.mjs";
import { Client } from "../lib/client.mjs";
import { outcome } from "../lib/outcome.mjs";
import { done, signed_in } from "../lib/people.mjs";
import { break_record, copy_of, operate } from "../lib/store.mjs";
import { TwoSides } from "../lib/two_sides.mjs";

const [program, source, engine] = process.argv.slice(2);
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+08:00$/;

/** The rows of a table in the dump. */
async function rows_of(city, table) {
  return (await city.run("dump")).split("\n").filter((line) => line.startsWith(`${table}\t`)).map((line) => JSON.parse(line.split("\t")[2]));
}
const records_of = async (city) => (await rows_of(city, "journal_record")).map((row) => JSON.parse(row.bytes)).sort((a, b) => a.seq - b.seq);
const events_of = async (city) => (await rows_of(city, "access_event")).sort((a, b) => a.id - b.id);
const business = async (city) => (await city.run("dump")).split("\n").filter((line) => !line.startsWith("access_event\t")).join("\n");

/** What a check does, and what of it must stand in the record afterwards. */
async function counted(made) {
  const { city } = made;
  const { system } = made.staffing;
  const clerk = made.person("bank_clerk", "甲");
  const auditor = made.person("auditor", "甲");
  const before = (await records_of(city)).length;
  const wanted = [];
  // Changes and refusals by rule, two hundred of them, sixteen at once: each once, none lost between others.
  const keys = Array.from({ length: 200 }, (_, n) => `counted ${n}`);
  const left = [...keys];
  await Promise.all(Array.from({ length: 16 }, async () => {
    for (let key = left.shift(); key; key = left.shift()) {
      const refused = Number(key.split(" ")[1]) % 4 === 0;
      const answer = await system.send("POST", "/organisations", { key, body: { kind: "bank", name: `示例机构 ${key}`, ...(refused ? { parent: 1 } : {}) } });
      assert.equal(answer.status, refused ? 422 : 200, answer.text);
      wanted.push({ key, actor: system, action: "organisations.create", outcome: refused ? "refused" : "done", id: answer.json.id, code: refused ? answer.json.code : undefined });
    }
  }));
  const records = (await records_of(city)).slice(before);
  assert.equal(records.length, wanted.length, "as many records as commands");
  for (const each of wanted) {
    const found = records.filter((record) => record.key === each.key);
    assert.equal(found.length, 1, `${each.key} stands in the record once`);
    const [record] = found;
    assert.match(record.received, moment);
    assert.equal(record.from.address, "127.0.0.1");
    assert.match(record.from.request, /^\S+$/);
    assert.ok(record.actor.person > 0 && record.actor.account > 0 && record.actor.organisation === made.platform, JSON.stringify(record.actor));
    assert.deepEqual([record.action, record.outcome, record.refusal, record.result?.id], [each.action, each.outcome, each.code, each.id]);
    if (each.id) assert.ok(record.events.some((event) => event.subjects.includes(each.id)), "the record names its object");
  }

  assert.equal(new Set(records.map((record) => record.from.request)).size, records.length, "each its own request");

  // Whatever is taken out is a record of its own, before a byte leaves.
  const [row] = (await clerk.send("GET", "/imports")).json.rows;
  const [answer] = (await clerk.send("GET", "/returns?period=2026Q3")).json.rows;
  const ways = [[clerk, "/loans/export"], [clerk, `/files/${row.file}`], [clerk, `/imports/${row.id}/annotated`], [clerk, `/returns/${answer.id}/workbook`],
    [auditor, "/journal/export"]];
  for (const [person, way] of ways) {
    const known = (await records_of(city)).length;
    const taken = await person.send("GET", way);
    assert.equal(taken.status, 200, `${way}: ${taken.text.slice(0, 200)}`);
    const more = (await records_of(city)).slice(known);
    assert.equal(more.length, 1, `${way} is one record: ${more.map((record) => record.action)}`);
    assert.deepEqual([more[0].actor.account, more[0].outcome, more[0].from.address, more[0].from.request],
      [person.account, "done", "127.0.0.1", taken.headers.get("x-request-id")], way);
  }

  // What is no command: signing in and out, and what is turned away at the door.
  const known = (await events_of(city)).length;
  const asked = new Client(city.base);
  await asked.send("POST", "/session", { body: { user: "person.1", password: "not-the-password-1" } });
  await asked.sign_in("system", chosen_password);
  await asked.send("DELETE", "/session");
  await clerk.send("POST", "/organisations", { body: { kind: "bank", name: "示例" } });
  await clerk.send("GET", "/journal");
  await system.send("POST", "/organisations", { body: { kind: "castle", name: "示例" } });
  const events = (await events_of(city)).slice(known);
  assert.deepEqual(events.map((event) => event.kind), ["sign-in.refused", "sign-in.done", "sign-out", "refused.no_right", "refused.no_right", "refused.bad_input"]);
  for (const event of events) {
    assert.match(event.at, moment);
    assert.equal(event.address, "127.0.0.1");
    assert.ok(event.request.length > 0);
  }
  assert.deepEqual(events.slice(3).map((event) => [event.account, event.detail]),
    [[clerk.account, "organisations.create"], [clerk.account, "/journal"], [events[5].account, "organisations.create"]]);
}

/** The access log is read by those who read the record: whose account a sign-in tried, by result and account. */
async function log_is_read(made) {
  const auditor = made.person("auditor", "甲");
  const tried = made.people.find((person) => person.login === "person.1");
  const read = async (query) => (await auditor.send("GET", `/access-events?${query}`)).json;
  const [last] = (await read(`result=refused&account=${tried.account}`)).rows.filter((row) => row.kind === "sign-in.refused");
  assert.deepEqual([last.login, last.result, last.address], ["person.1", "refused", "127.0.0.1"]);
  const [done_last] = (await read("result=done&limit=1")).rows;
  assert.equal(done_last.result, "done");
  const first = await read("limit=3");
  const second = await read(`limit=3&cursor=${first.next}`);
  const ids = [...first.rows, ...second.rows].map((row) => row.id);
  assert.deepEqual(ids, [...new Set(ids)].sort((a, b) => b - a), "newest first, each once");
}

/** Row 25: where the record cannot be written, nothing is done; where it can again, the same key does it. */
async function no_record_no_action(made) {
  const { city } = made;
  const { system } = made.staffing;
  const clerk = made.person("bank_clerk", "乙");
  const [row] = (await clerk.send("GET", "/returns?period=2026Q3")).json.rows;
  const tries = [
    [system, "/organisations", { kind: "bank", name: "示例没有记录" }], [system, "/organisations", { kind: "bank", name: "示例", parent: 1 }],
    [clerk, `/returns/${row.id}/fill`, { source: "nil", edition: "final", responsible: "示例没有记录", phone: "037100001234" }],
    [made.staffing.security, "/grants", { account: clerk.account, role: "bank_reviewer" }],
  ];
  const before = await business(city);
  const broken = break_record(city);
  for (const [n, [person, target, body]] of tries.entries()) {
    const answer = await person.send("POST", target, { body, key: `broken ${n}` });
    assert.ok(answer.status >= 500, `${target}: ${answer.status} ${answer.text}`);
    assert.doesNotMatch(answer.text, /broken|journal_record|CHECK|constraint/i);
  }
  const taken = await clerk.send("GET", "/loans/export");
  assert.ok(taken.status >= 500, "nothing is taken out without a record either");
  assert.doesNotMatch(taken.text, /YI-/);
  broken.restore();
  assert.equal(await business(city), before, "nothing was done");
  const again = await system.send("POST", "/organisations", { body: tries[0][2], key: "broken 0" });
  assert.deepEqual([again.status, again.headers.get("idempotent-replay")], [200, null]);
  await city.prove();
}

/** Row 25 again, by an I/O error: under load the store's files may grow no further. A disk without room is full_disk.mjs. */
async function no_growth(made) {
  const { city } = made;
  city.server.child.kill("SIGTERM");
  await ended(city.server.child);
  const grown = Math.max(...fs.readdirSync(city.folder).filter((file) => file.startsWith("city.db")).map((file) => fs.statSync(path.join(city.folder, file)).size));
  const narrow = path.join(city.folder, "narrow");
  // sh counts in blocks of 512 bytes; a signal that is ignored stays so over exec, so a write is refused instead.
  fs.writeFileSync(narrow, `#!/bin/sh\ntrap '' XFSZ\nulimit -f ${Math.ceil((grown + 1_500_000) / 512)}\nexec '${program}' "$@"\n`, { mode: 0o755 });
  city.server = await serve(narrow, city.db, source, city.folder, ["--clock", "2026-10-01T01:00"]);
  city.base = city.server.base;
  const system = await signed_in(city, "system");
  const told = new Map();
  for (let n = 0; n < 3000 && city.server.child.exitCode === null; n += 1) {
    const body = { kind: "bank", name: `示例满盘 ${n} 完`, short_name: "满".repeat(40) };
    const answer = await system.send("POST", "/organisations", { body, key: `full ${n}` }).catch(() => undefined);
    told.set(n, answer?.status);
    if (answer?.status !== 200 && [...told.values()].filter((status) => status !== 200).length > 20) break;
  }
  const refused = [...told].filter(([, status]) => status !== 200);
  assert.ok(refused.length > 0, "nothing was ever refused");
  for (const [n, status] of refused) assert.ok(status === undefined || status >= 500, `${n}: ${status}`);
  city.server.child.kill("SIGKILL");
  await ended(city.server.child);
  city.server = await serve(program, city.db, source, city.folder, ["--clock", "2026-10-01T02:00"]);
  city.base = city.server.base;
  const there = new Set([...(await city.run("dump")).matchAll(/^access_party_version\t.*"name":"示例满盘 (\d+) 完"/gm)].map((found) => Number(found[1])));
  for (const [n, status] of told) {
    if (status === 200) assert.ok(there.has(n), `${n} was acknowledged and is gone`);
    else if (status !== undefined) assert.ok(!there.has(n), `${n} was refused and is there`);
  }
  const keys = new Set((await records_of(city)).map((record) => record.key));
  for (const n of there) assert.ok(keys.has(`full ${n}`), `${n} was done without a record`);
  const after = await signed_in(city, "system");
  assert.equal((await after.send("POST", "/organisations", { body: { kind: "bank", name: "示例有地方了" } })).status, 200);
  await city.prove();
  return refused.length;
}

/** Row 24: nobody may change the record by the API … */
async function no_hand_on_record(made) {
  const head = (await records_of(made.city)).at(-1).seq;
  for (const person of made.people)
    for (const method of ["POST", "PUT", "PATCH", "DELETE"])
      for (const target of ["/journal", `/journal/${head}`, "/journal/verify", "/journal/export"]) {
        const answer = await person.send(method, target, { body: {}, version: 1 });
        assert.ok(answer.status >= 400 && answer.status < 500, `${person.role.code}: ${method} ${target} ${answer.status}`);
      }
}

/** … and who does it past the program is found: each change alone, in a copy, named by table and record. */
async function tampered(made) {
  const { city } = made;
  const records = await records_of(city);
  const notes = (await rows_of(city, "ledger_note_version")).map((row) => row.sequence);
  const written = Math.max(...notes);
  const rows = notes.filter((sequence) => sequence === written).length;
  city.server.child.kill("SIGTERM");
  await ended(city.server.child);
  const verify = ({ db }) => outcome(program, ["verify", "--db", db, "--key", `${city.folder}/key`, "--anchors", `${city.folder}/anchors`, "--files", `${city.folder}/files`]);
  const victim = records.slice(0, -20).findLast((record) => record.outcome === "done").seq;
  const refusal = records.slice(0, -20).findLast((record) => record.outcome === "refused").seq;
  const changes = [
    ["nothing", "SELECT 1", undefined],
    ["a record's bytes", `UPDATE journal_record SET bytes = replace(bytes, '127.0.0.1', '127.0.0.2') WHERE sequence = ${victim}`,
      `record ${victim} was changed: its bytes do not have the digest stored beside them`, victim],
    ["a record's column", `UPDATE journal_record SET outcome = 'refused' WHERE sequence = ${victim}`, `record ${victim} has another outcome in its column than in its bytes`, victim],
    // A refusal has written no row, so nothing else gives it away.
    ["a record taken out", `DELETE FROM journal_record WHERE sequence = ${refusal}`, `record ${refusal} missing`, refusal],
    ["a row's amount", `UPDATE ledger_note_version SET balance_fen = balance_fen + 1 WHERE note = (SELECT max(note) FROM ledger_note_version WHERE sequence = ${written}) AND sequence = ${written}`,
      `table ledger_note_version, record ${written}: rows changed (${rows} recorded, ${rows} here)`, written],
    ["a row taken out", `DELETE FROM ledger_note_version WHERE note = (SELECT max(note) FROM ledger_note_version WHERE sequence = ${written}) AND sequence = ${written}`,
      `table ledger_note_version, record ${written}: rows missing (${rows} recorded, ${rows - 1} here)`, written],
  ];
  for (const [what, statement, sentence, record] of changes) {
    const copy = await copy_of(city);
    operate(copy, statement);
    const found = await verify(copy);
    await copy.drop();
    const told = found.out.split("\n").filter((line) => /^(found|bad): /.test(line));
    assert.equal(found.code, sentence ? 1 : 0, `${what}: ${found.out}`);
    if (!sentence) assert.deepEqual(told, [], what);
    else {
      assert.equal(told[0].slice("found: ".length).split(";")[0], sentence, what);
      assert.deepEqual(told.slice(1), [`bad: 1 findings, first bad record ${record}`], what);
    }
  }
}

const made = await TwoSides.begin({ program, source, engine });
try {
  await counted(made);
  await log_is_read(made);
  await no_record_no_action(made);
  await no_hand_on_record(made);
  const refused = engine === "sqlite" ? await no_growth(made) : 0;
  await tampered(made);
  console.log(`audit on ${engine}: ok${engine === "sqlite" ? `, ${refused} refused by an I/O error` : ""}`);
} catch (error) {
  console.error(made.city.server.log().split("\n").filter((line) => line.includes('"error"')).slice(-5).join("\n"));
  throw error;
} finally {
  await made.end();
}
process.exit(0);
