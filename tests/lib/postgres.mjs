// Databases of the tests' own PostgreSQL (tests/lib/postgres starts it, ctest names its address file).
import { execFile } from "node:child_process";
import fs from "node:fs";
import { promisify } from "node:util";

const execute = promisify(execFile);
let made = 0;

export async function make_database() {
  const file = process.env.ZR_TEST_PG_FILE;
  if (!file) throw new Error("no PostgreSQL: run this through ctest, which names ZR_TEST_PG_FILE");
  const server = fs.readFileSync(file, "utf8").trim();
  const name = `zr_story_${process.pid}_${(made += 1)}`;
  const administer = (statement) => execute("psql", [server, "-qc", statement]);
  await administer(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'`);
  const url = server.replace(/^(postgresql:\/\/[^/]*\/)[^?]*/, `$1${name}`);
  return { url, drop: () => administer(`DROP DATABASE ${name} WITH (FORCE)`) };
}
