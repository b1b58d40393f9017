// The demo city: `node demo.mjs PROGRAM SOURCE`. The same day and seed give the same city on both engines,
// proven by its own record; each of its sign-ins works; what stands in it is what the issue asks for.
import { execFile } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { ended, serve } from "../lib/city.mjs";
import { Client } from "../lib/client.mjs";
import { make_database } from "../lib/postgres.mjs";

const [program, source] = process.argv.slice(2);
const execute = promisify(execFile);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "zr-demo-"));
const database = await make_database();
const faults = [];
const expect = (truth, words) => truth || faults.push(words);
const equal = (found, wanted, words) =>
  expect(JSON.stringify(found) === JSON.stringify(wanted), `${words}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);

const places = (name) => ["--key", `${folder}/${name}/key`, "--anchors", `${folder}/${name}/anchors`, "--files", `${folder}/${name}/files`];
const run = (verb, db, ...more) => execute(program, [verb, "--db", db, ...more], { maxBuffer: 1 << 28 }).then((done) => done.stdout);

async function demo(name, db) {
  fs.mkdirSync(`${folder}/${name}`);
  const began = performance.now();
  const printed = await run("demo", db, ...places(name), "--data", path.join(source, "data"), "--today", "2026-09-30", "--seed", "7");
  console.log(`${name}: made in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return { name, db, printed, dump: await run("dump", db), proof: await run("verify", db, ...places(name)) };
}

/** The first line in which two dumps differ. */
function first_difference(one, other) {
  const [a, b] = [one.split("\n"), other.split("\n")];
  const at = a.findIndex((line, i) => line !== b[i]);
  return at < 0 && a.length === b.length ? "" : `${a[at]}\n  ${b[at]}`;
}

async function signed_in(base, row) {
  const client = new Client(base);
  await client.sign_in(row.login, row.password);
  return client;
}

const get = async (client, target) => {
  const answer = await client.send("GET", target, {});
  if (answer.status !== 200) throw new Error(`${target} answered ${answer.status}: ${answer.text}`);
  return answer.json;
};

/** Every row of a list, whatever its pages. */
async function all_rows(client, target) {
  const rows = [];
  for (let next = target; next; ) {
    const page = await get(client, next);
    rows.push(...page.rows);
    next = page.next ? `${target}${target.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(page.next)}` : null;
  }
  return rows;
}

async function look(base, people) {
  for (const row of people) {
    const me = await get(await signed_in(base, row), "/session");
    expect(!me.must_change_password, `${row.login} must change the password`);
  }
  const regulator = await signed_in(base, people.find((row) => row.login === "regulator"));
  const system = await signed_in(base, people.find((row) => row.login === "system"));
  const organisations = await all_rows(system, "/organisations?limit=200");
  const of = (kind) => organisations.filter((one) => one.kind === kind);
  equal(of("bank").filter((one) => !one.parent).length, 21, "banks");
  expect(of("bank").some((one) => one.parent), "no bank has a branch");
  equal(of("district_bureau").length, 16, "district bureaus");
  const loans = await all_rows(regulator, "/loans?limit=200");
  equal(loans.length, 600, "notes");
  const states = new Set(loans.map((one) => one.class));
  equal(states.size, 5, `classes of notes (${[...states]})`);
  expect(loans.some((one) => one.disbursed_on.startsWith("2022")), "no note of 2022");
  for (const period of ["2025Q4", "2026Q1", "2026Q2"]) {
    const city = await get(regulator, `/figures/city?period=${period}`);
    const sum = (cell) => city.returns.reduce((total, one) => total + (one.cells[cell] ?? 0), 0);
    for (const cell of city.cells.filter((one) => ["balance_end", "disbursed_q", "loans_end"].includes(one.cell)))
      equal(cell.value, sum(cell.cell), `${period} ${cell.cell}: city and sum of the banks`);
    equal(city.asked, 21, `${period}: asked`);
  }
  const board = await get(regulator, "/returns/board?period=2026Q2");
  equal([board.nil, board.by_form, board.overdue], [1, 2, 1], "2026Q2: nil, by form, overdue");
  const earlier = await get(regulator, "/returns/board?period=2026Q1");
  expect(earlier.late >= 1, "no return of 2026Q1 was late");
}

const refusal = (verb, db, ...more) => run(verb, db, ...more).then(() => "done", (error) => error.stderr);

try {
  const one = await demo("sqlite", `sqlite:${folder}/city.db`);
  const other = await demo("postgresql", database.url);
  equal(first_difference(one.dump, other.dump), "", "the dumps differ");
  equal(other.printed, one.printed, "the sign-ins differ");
  for (const city of [one, other]) expect(/^ok: /m.test(city.proof), `${city.name}: ${city.proof}`);
  expect(!one.proof.includes("no good anchor"), "the head is not anchored");
  expect((await refusal("demo", one.db, ...places("sqlite"))).includes("city_exists"), "made over an existing city");
  expect((await refusal("serve", one.db, ...places("sqlite"), "--listen", "127.0.0.1:0")).includes("demo_needs_loopback"), "served without --demo");

  const people = one.printed.trim().split("\n").slice(1).map((line) => line.split("\t")).map(([role, login, password]) => ({ role, login, password }));
  const rights = fs.readFileSync(path.join(source, "data/roles.csv"), "utf8").trim().split("\n").slice(1).map((line) => line.split(",")[1]);
  equal(rights.filter((role) => !people.some((row) => row.role === role)), [], "roles without a sign-in");
  const served = await serve(program, one.db, source, `${folder}/sqlite`, ["--demo", "--clock", "2026-09-30T09:00"]);
  try {
    await look(served.base, people);
  } finally {
    served.child.kill("SIGTERM");
    await ended(served.child);
  }
} finally {
  await database.drop();
  fs.rmSync(folder, { recursive: true, force: true });
}
for (const fault of faults) console.error(fault);
process.exit(faults.length ? 1 : 0);
