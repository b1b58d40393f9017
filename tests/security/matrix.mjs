// The whole table of rights, rows 13 and 14 of the control table and pitfall 32: every command and every
// read of the API with every role of data/roles.csv, allowed or denied as the role's list says; and no
// reader ever meets a word of another organisation: `node matrix.mjs PROGRAM SOURCE ENGINE`.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { begin_city } from "../lib/city.mjs";
import { Client } from "../lib/client.mjs";
import { done, Staffing } from "../lib/people.mjs";

const [program, source, engine] = process.argv.slice(2);
const nobody_knows = 999_999_999_999;

/** The rows of roles.csv; none of its cells holds a comma. */
const roles = fs.readFileSync(path.join(source, "data/roles.csv"), "utf8").trim().split("\n").slice(1)
  .map((line) => line.split(","))
  .map(([code, , , kinds, actions]) => ({
    code, kind: / ?bank( |$)/.test(kinds) ? "bank" : kinds.split(" ")[0], actions: new Set(actions.split(" ")),
  }));

/** Every endpoint of the API: {method, path, right, eyes}; `right` is undefined where signing in is enough. */
const api = JSON.parse(execFileSync(program, ["openapi"], { maxBuffer: 1 << 26 }));
const endpoints = Object.entries(api.paths).flatMap(([where, item]) =>
  Object.entries(item).map(([method, operation]) => ({
    method: method.toUpperCase(), path: where.replace("/api/v1", ""), right: operation["x-right"],
    operation, changes: method === "post" && operation["x-eyes"] !== undefined,
  })));

/** What everybody who has signed in may do with what is their own. */
const own = new Set(["accounts.change-password", "sessions.end"]);

const city = await begin_city({ program, source, engine });
try {
  const staffing = await Staffing.of(city);
  // Two of every kind, the district bureaus in districts of their own; a name tells whose it is.
  const kinds = [...new Set(roles.map((role) => role.kind))].filter((kind) => kind !== "platform");
  const homes = new Map();
  for (const kind of kinds)
    for (const [side, region] of [["甲", "410102"], ["乙", "410105"]])
      homes.set(`${kind}${side}`, await staffing.organisation(kind, `示例${kind}${side}`, kind === "district_bureau" ? { region } : {}));
  const platform = (await staffing.system.send("GET", "/organisations?kind=platform")).json.rows[0].id;

  const people = [];
  let n = 0;
  for (const role of roles) {
    const fixed = { system_admin: staffing.system, security_admin: staffing.security }[role.code];
    if (fixed) {
      people.push(Object.assign(fixed, { role, side: "platform" }));
      continue;
    }
    for (const side of role.kind === "platform" ? ["platform"] : ["甲", "乙"]) {
      const home = side === "platform" ? platform : homes.get(`${role.kind}${side}`);
      const person = await staffing.person(home, role.code, `person.${(n += 1)}`);
      people.push(Object.assign(person, { role, side }));
    }
  }

  // Row 13 and pitfall 32: allowed and denied, each for every role; nothing is left out.
  const tried = { allowed: new Map(), denied: new Map() };
  for (const endpoint of endpoints) {
    const target = endpoint.path.replace("{id}", nobody_knows).replace("{key}", "never-used");
    const anonymous = await new Client(city.base).send(endpoint.method, target, { body: endpoint.method === "GET" ? undefined : {} });
    assert.equal(anonymous.status, 401, `${endpoint.method} ${endpoint.path} without a session`);
    for (const person of people) {
      if (endpoint.path === "/accounts/change-password" || endpoint.path === "/sessions/{id}/end") continue;
      const options = endpoint.method === "GET" ? {} : { body: { "not-a-field": 1 }, version: 1 };
      const answer = await person.send(endpoint.method, target, options);
      const may = !endpoint.right || own.has(endpoint.right) || person.role.actions.has(endpoint.right);
      const told = `${person.role.code}: ${endpoint.method} ${endpoint.path} answered ${answer.status} ${answer.text.slice(0, 200)}`;
      if (may) assert.ok(answer.status !== 401 && answer.status !== 403 && answer.status < 500, told);
      else assert.deepEqual([answer.status, answer.json?.code], [403, "no_right"], told);
      if (endpoint.right) {
        const kept = may ? tried.allowed : tried.denied;
        kept.set(endpoint.right, (kept.get(endpoint.right) ?? 0) + 1);
      }
    }
  }
  for (const { right } of endpoints.filter((endpoint) => endpoint.right && !own.has(endpoint.right))) {
    assert.ok(tried.allowed.get(right) > 0, `${right} was never allowed: no role holds it`);
    assert.ok(tried.denied.get(right) > 0, `${right} was never denied`);
  }
  // Uploading is an endpoint of its own, outside the table of commands and reads.
  const known = new Set(["files.create", ...endpoints.map((endpoint) => endpoint.right).filter(Boolean)]);
  for (const role of roles)
    for (const action of role.actions)
      assert.ok(known.has(action.replace("/check", "")), `${role.code} holds ${action}, which nothing asks for`);

  // Row 14: what one side has made, the other side never meets, by any id, in any list or history.
  const ids = [...new Set((await city.run("dump")).split("\n")
    .flatMap((line) => [...line.matchAll(/"id":(\d+)/g)].map((found) => Number(found[1]))))];
  const reads = endpoints.filter((endpoint) => endpoint.method === "GET" && !endpoint.path.includes("{key}") &&
    !["/events", "/journal/export"].includes(endpoint.path));
  let looked = 0;
  // Who by office sees more than the own side: auditors the record, regulator and city bureau the banks.
  const overseers = new Set(["audit_office", "regulator", "city_bureau", "financial_bureau"]);
  const parties = people.filter(({ side, role }) => side === "甲" && !overseers.has(role.kind));
  for (const person of parties) {
    const foreign = /示例\w*乙/;
    for (const read of reads.filter((each) => !each.right || person.role.actions.has(each.right))) {
      if (!read.path.includes("{id}")) {
        const answer = await person.send("GET", `${read.path}`);
        looked += 1;
        assert.ok(!foreign.test(answer.text), `${person.role.code} of ${person.side}: ${read.path}`);
        continue;
      }
      const { request_id: unused, ...missing } = (await person.send("GET", read.path.replace("{id}", nobody_knows))).json ?? {};
      for (const id of ids) {
        const answer = await person.send("GET", read.path.replace("{id}", id));
        looked += 1;
        assert.ok(!foreign.test(answer.text), `${person.role.code} of ${person.side}: ${read.path} of ${id}`);
        if (answer.status === 200) continue;
        const { request_id: also_unused, ...told } = answer.json;
        assert.deepEqual(told, missing, `${read.path} of ${id}: foreign and missing answer alike`);
      }
    }
  }
  console.log(`matrix on ${engine}: ok, ${endpoints.length} endpoints, ${people.length} people, ${looked} looks`);
} finally {
  await city.end();
}
process.exit(0);
