// Row 12 of the control table from the other side: the keeper of the system becomes none of those who watch
// over it by setting their password; their way back is on the machine (ADR 9): `node watchers.mjs PROGRAM
// SOURCE ENGINE`.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { begin_city, ended } from "../lib/city.mjs";
import { done, signed_in, Staffing } from "../lib/people.mjs";

const [program, source, engine] = process.argv.slice(2);
const second_password = "Harbour-lantern-77-oak";
const city = await begin_city({ program, source, engine });
try {
  const { system, ...staffing } = await Staffing.of(city);
  const keepers = (await system.send("GET", "/people")).json.rows;
  for (const login of ["security", "audit"]) {
    const { id, version } = keepers.find((one) => one.login === login);
    const taken = await system.send("POST", `/people/${id}/reset`, { version, body: { password: second_password } });
    assert.deepEqual([taken.status, taken.json.code], [422, "watching_account"], login);
  }
  assert.equal((await staffing.security.send("GET", "/organisations")).status, 200, "and nobody was signed out");

  const on_the_machine = () => promisify(execFile)(program, ["people", "reset", "audit", "--db", city.db]);
  await assert.rejects(on_the_machine(), /second_writer/);
  city.server.child.kill("SIGTERM");
  await ended(city.server.child);
  const [login, secret] = (await on_the_machine()).stdout.trim().split("\t");
  assert.equal(login, "audit");
  await city.restart();
  const back = await signed_in(city, "audit", secret);
  await done(back, "/accounts/change-password", { old_password: secret, new_password: second_password });
  const log = await (await signed_in(city, "audit", second_password)).send("GET", "/journal?limit=5");
  assert.ok(log.json.rows.some((record) => record.action === "people.reset" && !record.person_name), "the record says the program did it");
} finally {
  await city.end();
}
console.log(`watchers on ${engine}: ok`);
process.exit(0);
