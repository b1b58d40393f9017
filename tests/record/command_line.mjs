// What the operator's verbs refuse and why, by code and exit: `node command_line.mjs PROGRAM SOURCE ENGINE`.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { begin_city, ended } from "../lib/city.mjs";
import { outcome } from "../lib/outcome.mjs";
import { make_database } from "../lib/postgres.mjs";
import { copy_of, operate } from "../lib/store.mjs";

const [program, source, engine] = process.argv.slice(2);
const city = await begin_city({ program, source, engine });
const at = (file) => path.join(city.folder, file);
const here = ["--key", at("key"), "--anchors", at("anchors"), "--files", at("files")];

async function refused(words, code, exit) {
  const done = await outcome(program, words);
  const told = done.out.split("\n").find((line) => line.startsWith("{")) ?? "{}";
  assert.deepEqual([done.code, JSON.parse(told).code], [exit, code], `${words.join(" ")}: ${done.out}`);
}

/** An empty database on the engine. */
async function empty() {
  if (engine === "postgresql") return make_database();
  return { url: `sqlite:${at("empty.db")}`, drop() {} };
}

try {
  city.server.child.kill("SIGTERM");
  await ended(city.server.child);

  // A city is begun once, and only what has begun is served and copied.
  await refused(["init", "--test", "--db", city.db, "--data", path.join(source, "data"), "--key", at("key2"), "--anchors", at("anchors2")], "city_exists", 1);
  assert.ok(!fs.existsSync(at("key2")), "no key is made for nothing");
  const nothing = await empty();
  await refused(["serve", "--db", nothing.url, "--listen", "127.0.0.1:0", ...here], "not_begun", 3);
  await refused(["backup", at("backup"), "--db", nothing.url, "--files", at("files")], "not_begun", 3);

  // A city in use is neither a demo nor told the time.
  const used = await empty();
  const in_use = ["--db", used.url, "--key", at("used.key"), "--anchors", at("used.anchors")];
  execFileSync(program, ["init", ...in_use, "--data", path.join(source, "data")], { stdio: "ignore" });
  await refused(["serve", "--demo", ...in_use, "--listen", "127.0.0.1:0", "--files", at("files")], "not_a_demo", 3);
  await refused(["serve", "--clock", "2026-10-01T09:00", ...in_use, "--listen", "127.0.0.1:0", "--files", at("files")], "clock_not_here", 3);
  await used.drop();
  await nothing.drop();

  // Nothing is written over or beside; a key is not its own successor.
  await refused(["journal", "export", at("key"), "--db", city.db, "--anchors", at("anchors")], "file_exists", 2);
  await refused(["journal", "export", at("nowhere/export"), "--db", city.db, "--anchors", at("anchors")], "cannot_write", 3);
  await refused(["keys", "rotate", "--db", city.db, "--key", at("key"), "--new-key", at("key"), "--anchors", at("anchors")], "key_in_use", 1);

  // A page larger than any page is a wrong folder: one file that takes no place.
  fs.mkdirSync(at("page"));
  fs.writeFileSync(at("page/large.js"), "");
  fs.truncateSync(at("page/large.js"), (128 << 20) + 1);
  await refused(["serve", "--db", city.db, "--listen", "127.0.0.1:0", "--web", at("page"), ...here], "unreadable_page", 3);

  // A city is not served with another city's key or one that is not there: its anchors would stop unseen.
  const serving = ["serve", "--db", city.db, "--listen", "127.0.0.1:0", "--metrics-listen", "127.0.0.1:0", "--anchors", at("anchors"), "--files", at("files")];
  await refused([...serving, "--key", at("used.key")], "foreign_key_file", 3);
  await refused([...serving, "--key", at("nowhere.key")], "no_key", 3);

  // What is no database, or another program's, is not made into a city.
  fs.writeFileSync(at("words.db"), "示例文字，不是数据库。".repeat(100));
  for (const verb of ["migrate", "dump", "init"]) await refused([verb, "--db", `sqlite:${at("words.db")}`], "no_database", 3);
  await refused(["migrate", "--db", `sqlite:${at("page")}`], "no_database", 3);
  const other = await copy_of(city);
  operate(other, "ALTER TABLE zr_step RENAME TO example_step");
  await refused(["migrate", "--db", other.db], "foreign_database", 3);
  await other.drop();

  // A schema that is not this program's is not copied as if it were.
  const copy = await copy_of(city);
  operate(copy, "ALTER TABLE access_region RENAME COLUMN short_name TO shorter");
  await refused(["backup", at("backup"), "--db", copy.db, "--files", at("files")], "not_migrated", 3);
  assert.ok(!fs.existsSync(at("backup")), "and leaves nothing that looks like a backup");
  await copy.drop();

  // Text is compared by its bytes: a PostgreSQL database that would not do so is refused before anything stands in it.
  if (engine === "postgresql") {
    const odd = await make_database("TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'");
    await refused(["migrate", "--db", odd.url], "unsuitable_database", 3);
    assert.equal(execFileSync("psql", [odd.url, "-qAt", "-c", "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"], { encoding: "utf8" }).trim(), "0");
    await odd.drop();
  }
  console.log(`command line on ${engine}: ok`);
} finally {
  await city.end();
}
