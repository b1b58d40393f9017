// Signing in and staying signed in, rows 1-3, 5, 7, 9-12 of the control table: `node sign_in.mjs
// PROGRAM SOURCE ENGINE`.
import assert from "node:assert/strict";
import { begin_city, chosen_password } from "../lib/city.mjs";
import { Client } from "../lib/client.mjs";
import { done, first_password, signed_in, Staffing } from "../lib/people.mjs";

const [program, source, engine] = process.argv.slice(2);
const city = await begin_city({ program, source, engine });
const attempt = (user, password, headers = {}) =>
  new Client(city.base).send("POST", "/session", { body: { user, password }, headers });
const forged = [{ "X-Forwarded-For": "203.0.113.9" }, { "X-Real-IP": "203.0.113.10" }, { Forwarded: "for=203.0.113.11" }];

try {
  // Row 11: after the beginning there are the three administrators and nobody else; their secrets were
  // drawn, so no password is known before.
  const accounts = (await city.run("dump")).split("\n").filter((line) => line.startsWith("access_account\t"));
  assert.deepEqual(accounts.map((line) => line.match(/"login":"([^"]+)"/)[1]).sort(), ["audit", "security", "system"]);
  const staffing = await Staffing.of(city);
  const bank = await staffing.organisation("bank", "示例银行甲");
  const admin = await staffing.person(bank, "institution_admin", "jia.admin");

  // Row 5: known and unknown names are refused alike.
  const wrong = await attempt("jia.admin", "wrong-password-1");
  const unknown = await attempt("no.such.name", "wrong-password-1");
  assert.equal(wrong.status, 401);
  const told = ({ json: { request_id, ...rest } }) => rest;
  assert.deepEqual(told(wrong), told(unknown));
  const taken = async (user) => {
    const times = [];
    for (let i = 0; i < 2; i += 1) {
      const begun = performance.now();
      await attempt(user, "wrong-password-2");
      times.push(performance.now() - begun);
    }
    return Math.min(...times);
  };
  const [known_ms, unknown_ms] = [await taken("audit"), await taken("never.seen")];
  assert.ok(Math.abs(known_ms - unknown_ms) < Math.max(known_ms, unknown_ms) * 0.7,
    `both names cost a password hash: ${known_ms} and ${unknown_ms} ms`);

  // Rows 1 and 2: five wrong ones lock the name, whatever the forwarding headers say.
  await staffing.person(bank, "institution_admin", "jia.locked");
  for (let i = 0; i < 5; i += 1) assert.equal((await attempt("jia.locked", `wrong-${i}`, forged[i % 3])).status, 401);
  for (const headers of [{}, ...forged]) {
    const locked = await attempt("jia.locked", chosen_password, headers);
    assert.equal(locked.status, 401);
    assert.deepEqual(told(locked), told(wrong));
  }
  // The administrator of the institution resets, and that unlocks.
  const reset = await admin.send("GET", "/people");
  const locked_account = reset.json.rows.find((row) => row.login === "jia.locked");
  await done(admin, `/staff/${locked_account.id}/reset`, { password: "Harbour-lantern-77-oak" }, { version: locked_account.version });
  assert.equal((await attempt("jia.locked", "Harbour-lantern-77-oak")).status, 200);

  // Row 7: with an initial password only a change of it is possible.
  const initial = await signed_in(city, "jia.locked", "Harbour-lantern-77-oak");
  for (const path of ["/commands", "/organisations", "/sessions", "/people"])
    assert.equal((await initial.send("GET", path)).json.code, "must_change_password", path);
  assert.equal((await initial.send("POST", "/staff", { body: {} })).json.code, "must_change_password");
  assert.equal((await initial.send("GET", "/events")).json.code, "must_change_password");

  // Row 3: a dozen guesses at once lock the name and break nothing.
  await staffing.person(bank, "institution_admin", "jia.guessed");
  const guesses = await Promise.all(Array.from({ length: 12 }, (_, i) => attempt("jia.guessed", `guess-${i}`)));
  assert.ok(guesses.every((answer) => [401, 429, 503].includes(answer.status)), "no guess ends in an error");
  assert.equal((await attempt("jia.guessed", chosen_password)).status, 401);

  // Row 10: a session's name is new at each sign-in, long, and stands in no address; sessions are
  // listed, limited in number, and ended by their owner.
  const again = await signed_in(city, "jia.admin");
  assert.notEqual(again.cookie, admin.cookie);
  assert.ok(again.cookie.split("=")[1].length >= 32);
  const altered = new Client(city.base);
  altered.cookie = again.cookie.slice(0, -1) + (again.cookie.endsWith("0") ? "1" : "0");
  assert.equal((await altered.send("GET", "/commands")).status, 401);
  for (let i = 0; i < 6; i += 1) await signed_in(city, "jia.admin");
  assert.equal((await admin.send("GET", "/commands")).status, 401, "the oldest session ended");
  const listed = await (await signed_in(city, "jia.admin")).send("GET", "/sessions");
  assert.ok(listed.json.rows.length <= 5);

  // Row 9: out at the very next call after sign-out, change of password, disabling, a role removed.
  const leaving = await signed_in(city, "jia.admin");
  await leaving.send("DELETE", "/session");
  assert.equal((await leaving.send("GET", "/commands")).status, 401);
  const second = await staffing.person(bank, "institution_admin", "jia.second");
  assert.equal((await second.send("GET", "/people")).status, 200);
  await done(staffing.security, "/grants/withdraw", { account: second.account, role: "institution_admin" });
  assert.equal((await second.send("GET", "/people")).status, 403);
  const boss = await signed_in(city, "jia.admin");
  const row = (await boss.send("GET", "/people")).json.rows.find((person) => person.login === "jia.second");
  await done(boss, `/staff/${row.id}/disable`, {}, { version: row.version });
  assert.equal((await second.send("GET", "/commands")).status, 401);

  // Row 12: the three administrators keep apart: nobody holds two of their roles.
  const platform = (await staffing.system.send("GET", "/organisations?kind=platform")).json.rows[0].id;
  const body = { organisation: platform, name: "示例人员丁", login: "two.hats", password: first_password };
  const hats = await done(staffing.system, "/people", body);
  await done(staffing.security, "/grants", { account: hats.id, role: "audit_admin" });
  for (const role of ["system_admin", "security_admin"]) {
    const refused = await staffing.security.send("POST", "/grants", { body: { account: hats.id, role } });
    assert.equal(refused.json.code, "roles_conflict", role);
  }
} finally {
  await city.end();
}
console.log(`sign-in on ${engine}: ok`);
process.exit(0);
