// Databases of the tests' own PostgreSQL (tests/lib/postgres starts it, ctest names its address file).
import { execFile } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);
let made = 0;

function address_file() {
  const file = process.env.ZR_TEST_PG_FILE;
  if (!file) throw new Error("no PostgreSQL: run this through ctest, which names ZR_TEST_PG_FILE");
  return file;
}

async function database(form) {
  const server = fs.readFileSync(address_file(), "utf8").trim();
  const name = `zr_story_${process.pid}_${(made += 1)}`;
  const administer = (statement) => execute("psql", [server, "-qc", statement]);
  await administer(`CREATE DATABASE ${name} ${form}`);
  const url = server.replace(/^(postgresql:\/\/[^/]*\/)[^?]*/, `$1${name}`);
  return { url, drop: () => administer(`DROP DATABASE ${name} WITH (FORCE)`) };
}

/** A new database; `form`, where it is not to be as every city needs it. */
export const make_database = (form = "TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'") => database(form);

/** A copy of a database that nobody uses meanwhile. */
export const copy_database = (url) => database(`TEMPLATE ${new URL(url).pathname.slice(1)}`);

/** Files below a folder that others change meanwhile; a folder that goes away while it is read has none. */
function files_below(place, folder, passed_over) {
  let entries = [];
  try {
    entries = fs.readdirSync(path.join(place, folder), { withFileTypes: true });
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
  return entries.flatMap((entry) => {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) return passed_over(at) ? [] : files_below(place, at, passed_over);
    return entry.isFile() ? [at] : [];
  });
}

/** What the server has on its disk once everything is written: the files of this database, its log, and
    all that databases share (`stored`); and the log of changes (`changes`), which keeps what was. */
export async function files_on_disk(url) {
  const { stdout } = await execute("psql", [url, "-qAt", "-c", "CHECKPOINT", "-c", "SELECT oid FROM pg_database WHERE datname = current_database()"]);
  const place = fs.readFileSync(path.join(path.dirname(address_file()), "postgres.place"), "utf8").trim();
  const own = path.join("data", "base", stdout.trim());
  const foreign = /^data\/base\/\d+$/;
  const files = files_below(place, "", (folder) => folder !== own && foreign.test(folder));
  const changes = files.filter((file) => file.startsWith("data/pg_wal/"));
  const stored = files.filter((file) => !file.startsWith("data/pg_wal/"));
  if (!stored.some((file) => file.startsWith(`${own}/`))) throw new Error(`no files of the database below ${place}`);
  const absolute = (list) => list.map((file) => path.join(place, file));
  return { stored: absolute(stored), changes: absolute(changes) };
}
