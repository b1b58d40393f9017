// Backup and restore through the program: `node backup.mjs PROGRAM SOURCE ENGINE`. A backup taken under
// load, restored into an empty city of either engine, is the dump of that moment and every file; a
// changed byte is refused; a killed backup or restore leaves nothing that could be taken for a whole one.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { begin_city } from "../lib/city.mjs";
import { outcome } from "../lib/outcome.mjs";
import { make_database } from "../lib/postgres.mjs";
import { Load } from "./load.mjs";

const [program, source, engine] = process.argv.slice(2);
const kills = process.env.ZR_NIGHT ? 100 : 10;
const city = await begin_city({ program, source, engine });
const at = (file) => path.join(city.folder, file);
const databases = [];
const zhirong = (...words) => outcome(program, words);
const back_up = (file) => zhirong("backup", file, "--db", city.db, "--files", at("files"));

/** An empty place for a city of this engine. */
let places = 0;
async function place(kind) {
  const files = at(`restored${(places += 1)}.files`);
  if (kind === "sqlite") return { db: `sqlite:${at(`restored${places}.db`)}`, files };
  const database = await make_database();
  databases.push(database);
  return { db: database.url, files };
}
const restore = (archive, into) => zhirong("restore", archive, "--db", into.db, "--files", into.files);
const dump = async (db) => (await zhirong("dump", "--db", db)).out;
const lines = (text) => text.split("\n").filter((line) => line !== "");

/** The lines of a later dump that had been written by then: every row of this load names its record. */
const as_of = (text, records) =>
  lines(text).filter((line) => Number(line.match(/"sequence":(\d+)/)?.[1] ?? 0) <= records);

async function under_load(load) {
  load.start();
  await sleep(300);
  const archive = at("load.tar");
  const made = await back_up(archive);
  await load.ended();
  assert.equal(made.code, 0, made.out);
  const records = Number(made.out.match(/^(\d+) records/)[1]);
  const later = await dump(city.db);
  assert.ok(lines(later).length > as_of(later, records).length, "the load went on meanwhile");
  for (const kind of ["sqlite", "postgresql"]) {
    const into = await place(kind);
    const restored = await restore(archive, into);
    assert.equal(restored.code, 0, restored.out);
    assert.match(restored.out, /\nok: \d+ records, head [0-9a-f]{64}\n/);
    assert.deepEqual(lines(await dump(into.db)), as_of(later, records));
  }
}

async function at_rest() {
  const archive = at("rest.tar");
  const made = await back_up(archive);
  assert.equal(made.code, 0, made.out);
  assert.equal((await back_up(archive)).code, 2, "an existing file is not overwritten");
  // Any tar reads it, and sha256sum agrees.
  const opened = at("opened");
  fs.mkdirSync(opened);
  assert.equal((await outcome("tar", ["-xf", archive, "-C", opened])).code, 0);
  const summed = await outcome("sh", ["-c", `cd ${opened} && sha256sum --strict -c SHA256SUMS`]);
  assert.equal(summed.code, 0, summed.out);
  const from_members = fs.readdirSync(path.join(opened, "rows")).sort()
    .flatMap((name) => lines(fs.readFileSync(path.join(opened, "rows", name), "utf8")));
  assert.deepEqual(from_members.sort(), lines(await dump(city.db)).sort());
  // There and back again: the third city is the first.
  const other = await place(engine === "sqlite" ? "postgresql" : "sqlite");
  assert.equal((await restore(archive, other)).code, 0);
  assert.equal(await dump(other.db), await dump(city.db));
  const again = at("again.tar");
  assert.equal((await zhirong("backup", again, "--db", other.db, "--files", other.files)).code, 0);
  const back = await place(engine);
  assert.equal((await restore(again, back)).code, 0);
  assert.equal(await dump(back.db), await dump(city.db));
  const refused = await restore(archive, back);
  assert.equal(JSON.parse(refused.out).code, "city_not_empty", refused.out);
  return archive;
}

async function changed_bytes(archive) {
  const whole = fs.readFileSync(archive);
  const places_tried = [0, 99, 124, 148, 257, 511, 512, 700, whole.length - 1, whole.length - 1024, whole.length - 1500];
  for (let n = 0; n < 20; n += 1) places_tried.push(Math.floor(Math.random() * whole.length));
  const into = await place(engine);
  for (const byte of places_tried) {
    const bytes = Buffer.from(whole);
    bytes[byte] ^= 1 << (byte % 8);
    fs.writeFileSync(at("changed.tar"), bytes);
    const refused = await restore(at("changed.tar"), into);
    assert.equal(refused.code, 2, `byte ${byte}: ${refused.out}`);
    assert.ok(["broken_archive", "other_backup_version"].includes(JSON.parse(refused.out).code), refused.out);
  }
  assert.equal((await restore(archive, into)).code, 0, "the unchanged one is restored into the same place");
}

/** Runs a verb and kills it after some time, or waits for its end. */
async function killed(words, milliseconds) {
  const child = spawn(program, words, { stdio: "ignore" });
  const end = new Promise((resolve) => child.once("exit", (code, signal) => resolve(signal ?? code)));
  await sleep(milliseconds);
  child.kill("SIGKILL");
  return end;
}

async function killed_backups(load) {
  let cut = 0;
  load.start();
  for (let n = 0; n < kills; n += 1) {
    const archive = at(`killed${n}.tar`);
    if ((await killed(["backup", archive, "--db", city.db, "--files", at("files")], Math.random() * 120)) === "SIGKILL") cut += 1;
    if (!fs.existsSync(archive)) continue;
    const into = await place("sqlite");
    const restored = await restore(archive, into);
    assert.equal(restored.code, 0, `under its name an archive is whole: ${restored.out}`);
  }
  await load.ended();
  assert.ok(cut > 0, "no backup was cut");
}

/** The server dies while it is being backed up: the backup is whole all the same, and so is the city. */
async function killed_server(load) {
  for (let n = 0; n < Math.max(2, kills / 5); n += 1) {
    const archive = at(`orphaned${n}.tar`);
    load.start();
    await sleep(100);
    const making = back_up(archive);
    await sleep(Math.random() * 80);
    await load.kill();
    const made = await making;
    await load.serve_again();
    await load.judge();
    if (made.code !== 0) assert.ok(!fs.existsSync(archive), "a backup that failed leaves nothing under its name");
    else assert.equal((await restore(archive, await place("sqlite"))).code, 0, "it is whole");
  }
}

async function killed_restores(archive) {
  const into = await place(engine);
  let cut = 0;
  for (let n = 0; n < kills; n += 1) {
    if ((await killed(["restore", archive, "--db", into.db, "--files", into.files], Math.random() * 150)) === "SIGKILL") cut += 1;
    // All of it or nothing.
    const got = await dump(into.db);
    if (got !== "" && !got.startsWith("no such") && lines(got).some((line) => line.startsWith("journal_record\t"))) break;
  }
  assert.ok(cut > 0, "no restore was cut");
  const last = await restore(archive, into);
  assert.ok(last.code === 0 || JSON.parse(last.out).code === "city_not_empty", last.out);
  assert.equal(await dump(into.db), await dump(city.db));
}

try {
  const load = await Load.on(city, { program, source });
  await load.finish(300);
  await under_load(load);
  const archive = await at_rest();
  await changed_bytes(archive);
  await killed_restores(archive);
  await killed_backups(load);
  await load.judge();
  await killed_server(load);
  await city.verified();
  console.log(`ok backup on ${engine}`);
} finally {
  await city.end();
  for (const database of databases) await database.drop();
}
