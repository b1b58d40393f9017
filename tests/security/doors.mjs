// Every door of the API for whoever has no key to it, rows 15 and 44 over every parameter that the API
// describes, pitfalls 15, 29 and 33: `node doors.mjs PROGRAM SOURCE ENGINE`.
import assert from "node:assert/strict";
import { Client } from "../lib/client.mjs";
import { api_of, endpoints_of, needed } from "../lib/openapi.mjs";
import { done } from "../lib/people.mjs";
import { TwoSides } from "../lib/two_sides.mjs";
import { words_of } from "../lib/zip.mjs";

const [program, source, engine] = process.argv.slice(2);
const endpoints = endpoints_of(api_of(program));

/** Injection, wider than asked, and what only looks like a value. */
const tricks = ["'", "''", "1;DROP TABLE access_party", "1 OR 1=1", "' OR '1'='1", '" OR ""="', "1) OR (1=1", "SLEEP(5)", "1;SELECT pg_sleep(5)",
  "' UNION SELECT password_hash FROM access_account--", "' AND (SELECT 1 FROM (SELECT pg_sleep(5))x)--", "%27", "\\", "%", "_", "%%", "$1", "{Loan}", "<script>alert(1)</script>",
  "../../etc/passwd", "\u0000", "％", "‘", "＇", "0x41", "1e9", "-1", "99999999999999999999", "NULL", "true", "[]", "*", "a".repeat(3000), "2026-02-30", "now", "\r\nX: y", "🦊", "\ud800"];
const leak = /\$argon2|SQL|sqlite|libpq|syntax|pg_|SELECT |UNION|乙方|YI-/i;

/** Pitfall 29: without a session, with one that has ended or was never one, nothing but 401 and its words. */
async function no_session(made) {
  const one = await made.staffing.person(made.homes.get("bank甲"), "bank_clerk", "left.behind");
  const ended = Object.assign(new Client(made.city.base), { cookie: one.cookie, csrf: one.csrf });
  await one.send("DELETE", "/session");
  const invented = Object.assign(new Client(made.city.base), { cookie: `zhirong=${"0".repeat(64)}`, csrf: "0".repeat(64) });
  const empty = Object.assign(new Client(made.city.base), { cookie: "zhirong=" });
  const id = (await made.person("bank_clerk", "甲").send("GET", "/loans")).json.rows[0].id;
  const uploads = [{ method: "POST", path: "/files" }, { method: "GET", path: "/events" }];
  for (const { method, path } of [...endpoints, ...uploads])
    for (const [who, client] of Object.entries({ nobody: new Client(made.city.base), ended, invented, empty })) {
      const target = path.replace("{id}", id).replace("{key}", "x") + (needed[path] ? `?${needed[path]}` : "");
      const answer = await client.send(method, target, { body: method === "GET" ? undefined : {} });
      assert.equal(answer.status, 401, `${who}: ${method} ${path} answered ${answer.status}`);
      assert.match(answer.headers.get("content-type"), /^application\/problem\+json/, path);
      assert.equal(answer.headers.get("content-disposition"), null);
      assert.doesNotMatch(answer.text, /甲方|JIA-|rows/);
    }
}

/** Rows 15 and 44, pitfall 33. */
async function every_parameter(made) {
  let asked = 0;
  for (const { method, path, right, parameters } of endpoints) {
    if (method !== "GET" || path === "/journal/verify" || path === "/journal/export") continue;
    const person = made.people.find(({ role, side }) => side === "甲" && (!right || role.actions.has(right))) ?? made.people.find(({ role }) => role.actions.has(right));
    const sees_all = ["regulator", "platform", "city_bureau", "audit_office"].includes(person.role.kind);
    const names = [...parameters.map((parameter) => parameter.name), "sort", "order", "filter", "include", "scope", "orgId", "q"];
    for (const name of names)
      for (const trick of name === "sort" || parameters.some((parameter) => parameter.name === name) ? tricks : tricks.slice(0, 5)) {
        const given = new URLSearchParams(needed[path] ?? "");
        given.set(name, trick);
        const begun = performance.now();
        const answer = await person.send("GET", `${path.replace("{id}", "1").replace("{key}", "x")}?${given}`);
        const place = `${path}?${name}=${trick.slice(0, 60)}`;
        asked += 1;
        assert.ok(answer.status < 500, `${place}: ${answer.status} ${answer.text}`);
        const words = words_of(answer.bytes).replaceAll(trick, "");
        if (!sees_all || answer.status >= 400) assert.doesNotMatch(words.slice(0, 100_000), leak, place);
        // What the API does not describe it does not take, so nothing can be sorted or widened by it.
        if (!parameters.some((parameter) => parameter.name === name)) assert.ok(answer.status >= 400, `${place} was taken: ${answer.status}`);
        assert.ok(performance.now() - begun < 4000, `${place} made it wait`);
      }
  }
  // Nothing was dropped on the way.
  assert.ok((await made.staffing.system.send("GET", "/organisations")).json.rows.length > 3);
  return asked;
}

/** Pitfall 15: half past midnight in China, still yesterday in UTC: the day is China's wherever it is told. */
async function after_midnight(made) {
  const clerk = made.person("bank_clerk", "甲");
  const day = "2026-10-01";
  const imports = (await clerk.send("GET", "/imports")).json.rows;
  assert.ok(imports.length > 0 && imports.every((row) => row.entered_on === day && row.arrived_on === day), "the default and the stored day");
  const made_now = await done(made.staffing.system, "/organisations", { kind: "bank", name: "示例零点银行" });
  const [version] = (await made.staffing.system.send("GET", `/organisations/${made_now.id}/history`)).json.rows;
  assert.equal(version.effective, day);
  const sent = await clerk.send("POST", "/files?name=tomorrow.csv", { body: Buffer.from("借据号\nJ\n") });
  const ahead = await clerk.send("POST", "/imports", { body: { kind: "loan_ledger", digest: sent.json.digest, data_date: "2026-10-02" } });
  assert.equal(ahead.json.code, "date_ahead");
  const today = await clerk.send("POST", "/imports", { body: { kind: "loan_ledger", digest: sent.json.digest, data_date: day } });
  assert.equal(today.status, 200, today.text);
  const [row] = (await made.person("auditor", "甲").send("GET", "/journal?limit=1")).json.rows;
  assert.equal(row.business_date, day);
  assert.ok(row.received.startsWith(`${day}T00:`) && row.received.endsWith("+08:00"), row.received);
  const [answer] = (await clerk.send("GET", "/returns?period=2026Q3")).json.rows;
  assert.ok(answer.received.startsWith(`${day}T00:`), "the report's receipt");
  const board = (await made.person("regulator_officer", "甲").send("GET", "/returns/board?period=2026Q3")).json;
  assert.equal(board.on_time, 1);
  const exported = await clerk.send("GET", "/loans/export");
  assert.match(words_of(exported.bytes), /2026-10-01|2026年10月1日/, "the export says the same day");
  assert.doesNotMatch(exported.headers.get("content-disposition"), /2026-09-30/);
}

const made = await TwoSides.begin({ program, source, engine });
try {
  await after_midnight(made);
  await no_session(made);
  const asked = await every_parameter(made);
  assert.doesNotMatch(made.city.server.log(), /"error"/, "nothing ended in an error of the program");
  console.log(`doors on ${engine}: ok, ${asked} odd questions`);
} catch (error) {
  console.error(made.city.server.log().split("\n").filter((line) => line.includes('"error"')).slice(-5).join("\n"));
  throw error;
} finally {
  await made.end();
}
process.exit(0);
