// The database of a city as its operator reaches it, past the program: for tests that tamper or break.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { copy_database } from "./postgres.mjs";

/** A copy of an ended city's database, to be tampered with: {db, drop}. */
export async function copy_of(city) {
  if (city.db.startsWith("postgresql:")) {
    const copy = await copy_database(city.db);
    return { db: copy.url, drop: copy.drop };
  }
  const file = `${city.folder}/copy.db`;
  fs.copyFileSync(city.db.replace("sqlite:", ""), file);
  return { db: `sqlite:${file}`, drop: () => fs.readdirSync(city.folder).filter((name) => name.startsWith("copy.db")).forEach((name) => fs.rmSync(`${city.folder}/${name}`)) };
}

/** Runs statements on the city's database, on either engine, also while it is served. */
export function operate(city, statements) {
  if (city.db.startsWith("postgresql:")) {
    execFileSync("psql", [city.db, "-q", "-v", "ON_ERROR_STOP=1", "-c", statements], { stdio: ["ignore", "ignore", "pipe"] });
    return;
  }
  const database = new DatabaseSync(city.db.replace("sqlite:", ""), { timeout: 5000 });
  try {
    database.exec(statements);
  } finally {
    database.close();
  }
}

/** From now on nothing can be added to the record; `restore` undoes it. */
export function break_record(city) {
  const on_postgresql = city.db.startsWith("postgresql:");
  operate(city, on_postgresql ? "ALTER TABLE journal_record ADD CONSTRAINT broken CHECK (false) NOT VALID"
    : "CREATE TRIGGER broken BEFORE INSERT ON journal_record BEGIN SELECT RAISE(ABORT, 'broken'); END");
  return { restore: () => operate(city, on_postgresql ? "ALTER TABLE journal_record DROP CONSTRAINT broken" : "DROP TRIGGER broken") };
}
