// Signing in and staying signed in, rows 1-3, 5, 7, 9-12 of the control table: `node sign_in.mjs
// PROGRAM SOURCE ENGINE`.
import assert from "node:assert/strict";
import { begin_city, chosen_password } from "../lib/city.mjs";
import { Client } from "../lib/client.mjs";
import { done, first_password, signed_in, Staffing } from "../lib/people.mjs";

const [program, source, engine] = process.argv.slice(2);
const city = await begin_city({ program, source, engine, clock: "2026-09-30T00:10" });
const attempt = (user, password, headers = {}) =>
  new Client(city.base).send("POST", "/session", { body: { user, password }, headers });
/** A moment of the city's day, in minutes since midnight. */
const moment = (minutes) => new Date(Date.UTC(2026, 8, 30, 0, minutes)).toISOString().slice(0, 16);
const later = (minutes) => city.restart(moment(minutes));
const told = ({ json: { request_id: unused, ...rest } }) => rest;
const forged = [{ "X-Forwarded-For": "203.0.113.9" }, { "X-Real-IP": "203.0.113.10" }, { Forwarded: "for=203.0.113.11" }];

const middle = (values) => [...values].sort((one, other) => one - other)[values.length >> 1];

/** Row 1 at its end: the lock lasts a quarter of an hour and no longer. */
async function lock_ends() {
  await later(60);
  for (let i = 0; i < 5; i += 1) assert.equal((await attempt("jia.third", `wrong-${i}`)).status, 401);
  await later(60 + 14);
  assert.equal((await attempt("jia.third", chosen_password)).status, 401, "still locked after 14 minutes");
  await later(60 + 16);
  assert.equal((await attempt("jia.third", chosen_password)).status, 200, "open again after 16 minutes");
}

/** Row 5 by the clock: in pairs, so that a busy machine slows both; four guesses a name, so that none is locked. */
async function names_take_as_long() {
  await later(120);
  const taken = async (user) => {
    const begun = performance.now();
    assert.equal((await attempt(user, "wrong-password-2")).status, 401);
    return performance.now() - begun;
  };
  const ratios = [];
  for (const [n, known] of ["system", "security", "audit"].entries())
    for (let i = 0; i < 4; i += 1) {
      // Whoever is second may be dearer or cheaper: each is so as often.
      const unknown = `never.seen.${n}`;
      const order = i % 2 ? [known, unknown] : [unknown, known];
      const times = new Map();
      for (const user of order) times.set(user, await taken(user));
      ratios.push(times.get(unknown) / times.get(known));
    }
  assert.ok(middle(ratios) > 0.7 && middle(ratios) < 1.3, `an unknown name takes ${middle(ratios)} of a known one: ${ratios}`);
}

/** Row 3: guesses at once are counted each, lock the name and break nothing. */
async function guesses_at_once() {
  await later(180);
  const guess = (many) => Promise.all(Array.from({ length: many }, (_, i) => attempt("jia.third", `guess-${i}`)));
  await guess(4);
  assert.equal((await attempt("jia.third", chosen_password)).status, 200, "four leave it open");
  await guess(5);
  assert.equal((await attempt("jia.third", chosen_password)).status, 401, "five at once lock it: none is lost between the others");
  await later(200);
  const guesses = await guess(60);
  const statuses = new Set(guesses.map((answer) => answer.status));
  assert.deepEqual([...statuses], [401], "no guess ends in an error");
  assert.equal((await attempt("jia.third", chosen_password)).status, 401);
  assert.equal((await attempt("system", chosen_password)).status, 401, "nor may the address go on with other names");
  await later(217);
  assert.equal((await attempt("jia.third", chosen_password)).status, 200);
}

/** Row 9: half an hour without a look, or half a day with many, on both sides of each limit. */
async function session_ends() {
  await later(240);
  const person = await signed_in(city, "jia.third");
  const looks = async (minutes) => {
    await later(minutes);
    person.base = city.base;
    const look = await person.send("GET", "/sessions");
    return [look.status, look.json.code];
  };
  assert.deepEqual(await looks(240 + 29), [200, undefined], "29 minutes after signing in");
  assert.deepEqual(await looks(240 + 29 + 29), [200, undefined], "29 minutes after the last look");
  assert.deepEqual(await looks(240 + 29 + 29 + 31), [401, "session_ended"], "31 minutes after the last look");
  assert.deepEqual(await looks(240 + 29 + 29 + 32), [401, "session_ended"], "and a look brings nothing back");

  const begun = 400;
  const half_a_day = 12 * 60;
  await later(begun);
  Object.assign(person, await signed_in(city, "jia.third"));
  for (let since = 29; since < half_a_day - 2; since += 29) assert.deepEqual(await looks(begun + since), [200, undefined], `${since} minutes of looks`);
  assert.deepEqual(await looks(begun + half_a_day - 2), [200, undefined], "11 hours 58 minutes");
  assert.deepEqual(await looks(begun + half_a_day + 1), [401, "session_ended"], "12 hours and a minute, looked at three minutes before");
}

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
  assert.deepEqual(told(wrong), told(unknown));

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

  await staffing.person(bank, "institution_admin", "jia.third");
  await lock_ends();
  await names_take_as_long();
  await guesses_at_once();
  await session_ends();
} finally {
  await city.end();
}
console.log(`sign-in on ${engine}: ok`);
process.exit(0);
