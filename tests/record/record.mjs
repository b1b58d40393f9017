// The record of a served city as its auditor meets it: `node record.mjs PROGRAM VERIFIER SOURCE ENGINE`.
// Proof and download over HTTP, an erasure that leaves no byte, anchors, a new key, the offline verifier.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { begin_city, ended } from "../lib/city.mjs";
import { outcome } from "../lib/outcome.mjs";
import { signed_in } from "../lib/people.mjs";
import { files_on_disk } from "../lib/postgres.mjs";

const execute = promisify(execFile);
const [program, verifier, source, engine] = process.argv.slice(2);
const name = "示例欧阳不凡";
const phone = "13900007788";

/** The files in which the database keeps what is stored: on SQLite its log too, on PostgreSQL not. */
async function stored_files(city) {
  if (engine === "postgresql") return (await files_on_disk(city.db)).stored;
  return fs.readdirSync(city.folder, { recursive: true }).filter((file) => file.startsWith("city.db"))
    .map((file) => path.join(city.folder, file)).filter((file) => fs.statSync(file).isFile());
}
/** A file's bytes; the server may do away with it between listing and reading. */
function bytes_of(file) {
  try {
    return fs.readFileSync(file);
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    return Buffer.alloc(0);
  }
}
/** Those of them in which the person's name or telephone stands, in a row or in what a row has left behind. */
const holding = async (city) => (await stored_files(city)).filter((file) => {
  const bytes = bytes_of(file);
  return bytes.includes(name) || bytes.includes(phone);
});

/** Asks again and again, for at most ten seconds. */
async function becomes(question, what) {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await question()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(what);
}

async function made_person(system) {
  const bank = await system.send("POST", "/organisations", { body: { kind: "bank", name: "示例银行" } });
  assert.equal(bank.status, 200, bank.text);
  const person = { organisation: bank.json.id, name, phone, login: "ouyang", password: "Quilt-harbour-71-luoshu" };
  const account = await system.send("POST", "/people", { body: person });
  assert.equal(account.status, 200, account.text);
  // Refused, so its record and the vault hold the same values once more, in no row.
  assert.equal((await system.send("POST", "/people", { body: person })).status, 422);
  const row = (await system.send("GET", `/people?organisation=${bank.json.id}`)).json.rows[0];
  assert.equal(row.name, name);
  return row;
}

async function erased(city, system, security, row) {
  const target = `/people/${row.person}/erase`;
  await city.run("backup", path.join(city.folder, "before.tar"), "--files", path.join(city.folder, "files"));
  const early = await system.send("POST", target, { body: {} });
  assert.equal(early.json.code, "account_active");
  assert.equal((await security.send("POST", target, { body: {} })).status, 403);
  const disabled = await system.send("POST", `/people/${row.id}/disable`, { body: {}, version: row.version });
  assert.equal(disabled.status, 200, disabled.text);
  assert.ok((await holding(city)).length > 0, "the control: before the erasure the value is found");
  const waiting = await system.send("POST", target, { body: {} });
  assert.equal(waiting.status, 202, waiting.text);
  const open = (await security.send("GET", "/commands")).json.rows[0];
  const done = await security.send("POST", `/commands/${open.id}/approve`, {
    body: { password: city.secrets.security }, version: open.version,
  });
  assert.equal(done.status, 200, done.text);
  assert.equal(done.json.values, 4);
  assert.deepEqual(done.json.backups.map((backup) => backup.archive), ["before.tar"], "the answer names the backup that holds it");
  assert.ok(fs.readFileSync(path.join(city.folder, "before.tar")).includes(name), "and it does");
  const again = await system.send("POST", target, { body: {} });
  assert.equal(again.json.code, "already_erased");
  assert.equal((await system.send("GET", `/people?organisation=${row.organisation}`)).json.rows[0].name, "已删除");
  await becomes(async () => (await holding(city)).length === 0, "the erased value is still in the database's files");
}

async function downloaded(city, audit) {
  const proof = await audit.send("GET", "/journal/verify");
  assert.equal(proof.status, 200, proof.text);
  assert.deepEqual([proof.json.ok, proof.json.first_bad, proof.json.findings], [true, null, []]);
  const download = await audit.send("GET", "/journal/export");
  assert.equal(download.status, 200, download.text);
  const records = download.text.split("\n").filter((line) => line.startsWith("R ")).map((line) => JSON.parse(line.slice(2)));
  assert.equal(records.length, proof.json.records + 1, "the export is a record of its own");
  assert.equal(records.at(-1).action, "journal.export");
  assert.notEqual(records.at(-1).actor.person, 0);
  assert.equal(records[0].action, "init");
  assert.ok(!download.text.includes(name) && !download.text.includes(phone));
  const file = path.join(city.folder, "downloaded");
  const rows = path.join(city.folder, "rows");
  fs.writeFileSync(file, download.text);
  fs.writeFileSync(rows, await city.run("dump"));
  const judged = await outcome(verifier, [file, "--rows", rows, "--anchor", path.join(city.folder, "anchors")]);
  assert.equal(judged.code, 0, judged.out);
}

async function on_the_command_line(city) {
  const at = (file) => path.join(city.folder, file);
  const zhirong = (words, more = []) => outcome(program, [...words, "--db", city.db, ...more]);
  const anchors = ["--anchors", at("anchors")];
  const check = await zhirong(["keys", "check"], ["--key", at("key"), ...anchors]);
  assert.equal(check.code, 0, check.out);
  const proved = await zhirong(["verify"], ["--key", at("key"), ...anchors]);
  assert.match(proved.out, /^ok: \d+ records, head [0-9a-f]{64}\n$/, "anchored up to the head, nothing else to say");
  const rotated = await zhirong(["keys", "rotate"], ["--key", at("key"), "--new-key", at("key2"), ...anchors]);
  assert.equal(rotated.code, 0, rotated.out);
  assert.equal((await zhirong(["keys", "rotate"], ["--key", at("key"), "--new-key", at("key3"), ...anchors])).code, 3);
  assert.equal((await zhirong(["verify"], ["--key", at("key2"), ...anchors])).code, 0);
  const old = await zhirong(["verify"], ["--key", at("key"), ...anchors]);
  assert.equal(old.code, 1, old.out);
  assert.equal((await zhirong(["verify"], ["--anchors", at("nowhere")])).code, 3);
  const exported = await zhirong(["journal", "export"], [at("export"), ...anchors]);
  assert.equal(exported.code, 0, exported.out);
  assert.equal((await zhirong(["journal", "export"], [at("export"), ...anchors])).code, 2, "no file is overwritten");
  fs.writeFileSync(at("rows"), await city.run("dump"));
  const judged = await outcome(verifier, [at("export"), "--rows", at("rows"), "--anchor", at("anchors")]);
  assert.equal(judged.code, 0, judged.out);
  const head = exported.out.match(/head ([0-9a-f]{64})/)[1];
  assert.ok(judged.out.includes(`head ${head}`));
}

const city = await begin_city({ program, source, engine });
try {
  const [system, security, audit] = await Promise.all(["system", "security", "audit"].map((login) => signed_in(city, login)));
  const row = await made_person(system);
  for (const target of ["/journal/verify", "/journal/export"])
    assert.equal((await system.send("GET", target)).status, 403, `${target} is not for everybody`);
  await erased(city, system, security, row);
  await downloaded(city, audit);
  city.server.child.kill("SIGTERM");
  await ended(city.server.child);
  await on_the_command_line(city);
  console.log(`ok record on ${engine}`);
} catch (error) {
  console.error(city.server.log().split("\n").filter((line) => /"error"|failed|no_anchors/.test(line)).join("\n"));
  throw error;
} finally {
  await city.end();
}
