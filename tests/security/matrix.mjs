// The whole table of rights, rows 13 and 14 of the control table and pitfalls 28, 30 and 32: every command
// and every read of the API with every role of data/roles.csv, allowed or denied as the role's list says;
// and no reader ever meets a word of another organisation: `node matrix.mjs PROGRAM SOURCE ENGINE`.
import assert from "node:assert/strict";
import { chosen_password } from "../lib/city.mjs";
import { Client } from "../lib/client.mjs";
import { api_of, endpoints_of, example, needed } from "../lib/openapi.mjs";
import { roles_of, sides, TwoSides } from "../lib/two_sides.mjs";

const [program, source, engine] = process.argv.slice(2);
const nobody_knows = 999_999_999_999;
const at_once = 8;
const roles = roles_of(source);
const api = api_of(program);
const endpoints = endpoints_of(api);

/** What everybody who has signed in may do with what is their own. */
const own = new Set(["accounts.change-password", "sessions.end"]);
/** Whoever tries these loses the session that the next question needs. */
const ends_sessions = new Set(["/accounts/change-password", "/sessions/{id}/end"]);
/** Registers that whoever reads them may read whole: they name no business. */
const shared = new Set(["/regions", "/roles", "/rules", "/rules/{id}", "/rules/{id}/history", "/commands/{key}", "/imports/kinds", "/imports/template"]);
/** What only offices of the whole city and the platform may do; no party of a side holds the right. */
const of_the_city = ["/duties/{id}/urge", "/imports/{id}/attach-scan", "/journal/{id}", "/organisations/{id}/close", "/organisations/{id}/rename", "/people/{id}/disable",
  "/people/{id}/erase", "/people/{id}/reset", "/returns/{id}/accept", "/returns/{id}/send-back"];
/** What a command looks at before it looks for the thing itself. */
const passing = { "/staff/{id}/reset": { password: "Harbour-lantern-77-oak" }, "/commands/{id}/approve": { password: chosen_password } };

async function each(list, work) {
  const left = [...list];
  await Promise.all(Array.from({ length: at_once }, async () => {
    for (let one = left.shift(); one; one = left.shift()) await work(one);
  }));
}
const target = (path, id) => path.replace("{id}", id).replace("{key}", "never-used") + (needed[path] ? `?${needed[path]}` : "");
const without_request = ({ request_id: unused, ...rest }) => rest;

/** Row 13 and pitfall 32: allowed and denied, each for every role; nothing is left out. */
async function every_right(made) {
  const tried = { allowed: new Map(), denied: new Map() };
  await each(endpoints, async (endpoint) => {
    const { method, path, right } = endpoint;
    const body = method === "GET" ? undefined : {};
    const anonymous = await new Client(made.city.base).send(method, target(path, nobody_knows), { body });
    assert.deepEqual([anonymous.status, anonymous.json.code], [401, "session_ended"], `${method} ${path} without a session`);
    if (ends_sessions.has(path)) return;
    for (const person of made.people) {
      const options = method === "GET" ? {} : { body: { "not-a-field": 1 }, version: 1 };
      const answer = await person.send(method, target(path, nobody_knows), options);
      const may = !right || own.has(right) || person.role.actions.has(right);
      const told = `${person.role.code}: ${method} ${path} answered ${answer.status} ${answer.text.slice(0, 200)}`;
      if (may) assert.ok(answer.status !== 401 && answer.status !== 403 && answer.status < 500, told);
      else assert.deepEqual([answer.status, answer.json?.code], [403, "no_right"], told);
      if (!right) continue;
      const kept = may ? tried.allowed : tried.denied;
      kept.set(right, (kept.get(right) ?? 0) + 1);
    }
  });
  for (const { right } of endpoints.filter((endpoint) => endpoint.right && !own.has(endpoint.right))) {
    assert.ok(tried.allowed.get(right) > 0, `${right} was never allowed: no role holds it`);
    assert.ok(tried.denied.get(right) > 0, `${right} was never denied`);
  }
  // Uploading is an endpoint of its own, outside the table of commands and reads.
  const known = new Set(["files.create", ...endpoints.map((endpoint) => endpoint.right).filter(Boolean)]);
  for (const role of roles)
    for (const action of role.actions)
      assert.ok(known.has(action.replace("/check", "")), `${role.code} holds ${action}, which nothing asks for`);
  for (const person of made.people) {
    const sent = await person.send("POST", "/files?name=x.csv", { body: Buffer.from("名称\n示例\n") });
    assert.equal(sent.status, person.role.actions.has("files.create") ? 200 : 403, `${person.role.code} sends a file`);
  }
}

/** The ids of what a side has, by the noun of its paths, as those who made it see them. */
async function things_of(made, side) {
  const [clerk, keeper] = [made.person("bank_clerk", side), made.person("institution_admin", side)];
  const rows = async (person, path) => (await person.send("GET", path)).json.rows;
  const imports = await rows(clerk, "/imports");
  const things = {
    imports: imports.map((row) => row.id),
    files: [...new Set(imports.map((row) => row.file))],
    loans: (await rows(clerk, "/loans")).map((row) => row.id),
    returns: (await rows(clerk, "/returns")).map((row) => row.id),
    duties: (await rows(clerk, "/duties")).map((row) => row.id),
    organisations: [made.homes.get(`bank${side}`), made.branches.get(side)],
    staff: (await rows(keeper, "/people")).map((row) => row.id),
    commands: (await rows(made.person("bank_reviewer", side), "/commands")).map((row) => row.id),
    sessions: (await rows(clerk, "/sessions")).map((row) => row.id),
  };
  for (const [noun, ids] of Object.entries(things)) assert.ok(ids.length > 0 || noun === "commands", `${side} has no ${noun}`);
  return things;
}

/** Row 14: what one side has, nobody of the other meets by any id: foreign and missing answer alike. */
async function foreign_ids(made, parties, things) {
  const questions = parties.flatMap((person) => endpoints
    .filter(({ path, right }) => path.includes("{id}") && (!right || own.has(right) || person.role.actions.has(right)))
    .map((endpoint) => ({ person, endpoint, ids: things[endpoint.noun] ?? [] })));
  let asked = 0;
  const tried = new Set();
  await each(questions, async ({ person, endpoint, ids }) => {
    const { method, path, versioned } = endpoint;
    const options = () => (method === "GET" ? {} : { body: { ...example(api, endpoint.input), ...passing[path] }, ...(versioned ? { version: 1 } : {}) });
    const missing = await person.send(method, target(path, nobody_knows), options());
    // Nothing but the scope may have answered: what is asked before it would hide a scope that is missing.
    assert.deepEqual([missing.status, missing.json?.code], [404, "not_found"], `${person.role.code}: ${method} ${path} of nothing: ${missing.text}`);
    for (const id of ids) {
      const foreign = await person.send(method, target(path, id), options());
      asked += 1;
      tried.add(path);
      assert.deepEqual([foreign.status, without_request(foreign.json ?? {})], [missing.status, without_request(missing.json)],
        `${person.role.code}: ${method} ${path} of ${id}, which is of the other side`);
    }
  });
  const untried = endpoints.filter(({ path }) => path.includes("{id}") && !tried.has(path) && !shared.has(path)).map(({ path }) => path);
  assert.deepEqual(untried, of_the_city, "every other one was asked about something of the other side");
  return asked;
}

/** Nor any word of it in a list, a history, a count or a search, whatever id is named. */
async function foreign_words(made, parties, ids, foreign) {
  const reads = endpoints.filter(({ method, path }) => method === "GET" && !shared.has(path) && !["/journal/export"].includes(path));
  const questions = parties.flatMap((person) => reads.filter(({ right }) => !right || person.role.actions.has(right))
    .flatMap(({ path }) => (path.includes("{id}") ? ids : [0]).map((id) => ({ person, path, id }))));
  const met = new Set();
  await each(questions, async ({ person, path, id }) => {
    const answer = await person.send("GET", target(path, id));
    assert.ok(answer.status < 500, `${path} of ${id}: ${answer.text}`);
    if (answer.status === 200) met.add(path);
    assert.doesNotMatch(answer.text, foreign, `${person.role.code} of ${person.side}: ${path} of ${id}`);
  });
  return { looks: questions.length, met };
}

/** Pitfalls 28 and 30: neither by a filter, a search or a page of a list, and not with a warm cache either. */
async function no_side_way(made, things) {
  const [clerk, other] = [made.person("bank_clerk", "甲"), made.person("bank_clerk", "乙")];
  const ways = [`bank=${made.homes.get("bank乙")}`, `organisation=${made.homes.get("bank乙")}`, `branch=${made.branches.get("乙")}`,
    `text=${encodeURIComponent(sides.乙.mark)}`, `text=${sides.乙.letters}`, "text=%25", "text=_", "known_at=now&as_of=2026-09-30", "limit=200"];
  for (const path of ["/loans", "/loans/export", "/returns", "/imports", "/duties", "/todo", "/commands", "/organisations"]) {
    const endpoint = endpoints.find((one) => one.path === path);
    const taken = new Set(endpoint.parameters.map((parameter) => parameter.name));
    for (const way of ways.filter((one) => taken.has(one.split("=")[0]))) {
      // The other side asks first, so that whatever could be kept is kept.
      await other.send("GET", `${path}?${way}`);
      const answer = await clerk.send("GET", `${path}?${way}`);
      assert.ok(answer.status < 500, `${path}?${way}`);
      assert.doesNotMatch(answer.text, /乙方|YI-/, `${path}?${way}`);
    }
  }
  for (const id of things.loans) {
    assert.equal((await other.send("GET", `/loans/${id}`)).status, 200);
    assert.equal((await clerk.send("GET", `/loans/${id}`)).status, 404);
  }
}

/** Who by office sees more than the own side sees no more than the office: the bureau only whose ground is
    stated, a district only its own figures, the financial bureau sums. */
async function offices(made) {
  const rows = async (role, path, side = "甲") => (await made.person(role, side).send("GET", path)).json.rows;
  const banks = (list) => [...new Set(list.map((row) => row.bank))].sort();
  const [one, other] = [made.homes.get("bank甲"), made.homes.get("bank乙")];
  assert.deepEqual(banks(await rows("regulator_officer", "/loans")), [one, other].sort());
  assert.deepEqual(banks(await rows("bureau_handler", "/loans")), [one]);
  assert.equal((await rows("regulator_officer", "/returns")).length, 2);
  for (const side of ["甲", "乙"]) {
    const figures = await made.person("district_officer", side).send("GET", "/figures/city?period=2026Q3");
    assert.equal(figures.json.region, sides[side].region);
    assert.deepEqual(figures.json.returns, []);
  }
  const sums = await made.person("financial_officer", "甲").send("GET", "/figures/city?period=2026Q3");
  assert.doesNotMatch(sums.text, /甲方|乙方|JIA-|YI-/);
  assert.ok(sums.json.cells.every((cell) => cell.level === "withheld"), "no cell of fewer than three banks");
}

const made = await TwoSides.begin({ program, source, engine });
try {
  await every_right(made);
  // Auditors see the record, regulator and city bureau the banks.
  const overseers = new Set(["audit_office", "regulator", "city_bureau", "financial_bureau"]);
  const parties = made.people.filter(({ side, role }) => side === "甲" && !overseers.has(role.kind));
  const [mine, theirs] = [await things_of(made, "甲"), await things_of(made, "乙")];
  const asked = await foreign_ids(made, parties, theirs);
  const ids = new Set([...Object.values(mine), ...Object.values(theirs)].flat());
  const { looks, met } = await foreign_words(made, parties, [...ids], /乙方|YI-/);
  for (const read of ["/loans/{id}", "/loans/{id}/history", "/returns/{id}", "/returns/{id}/history", "/imports/{id}", "/imports/{id}/findings",
    "/imports/{id}/rows", "/imports/{id}/corrections", "/duties/{id}/history", "/organisations/{id}", "/files/{id}", "/loans", "/loans/export"])
    assert.ok(met.has(read), `${read} was answered to nobody, so it has shown nothing`);
  await no_side_way(made, theirs);
  await offices(made);
  console.log(`matrix on ${engine}: ok, ${endpoints.length} endpoints, ${made.people.length} people, ${asked} foreign ids, ${looks} looks`);
} catch (error) {
  console.error(made.city.server.log().split("\n").filter((line) => line.includes('"error"')).join("\n"));
  throw error;
} finally {
  await made.end();
}
process.exit(0);
