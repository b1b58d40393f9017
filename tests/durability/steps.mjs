// kill -9 in the middle of what is long: an import being applied, days being closed: `node steps.mjs PROGRAM
// SOURCE ENGINE`. All of a step is there or nothing of it, every acknowledged command exactly once, and what
// was cut comes to the same end. 8 kills each; 60 with ZR_NIGHT.
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { begin_city, ended, serve } from "../lib/city.mjs";
import { ledger_csv, note } from "../lib/ledger_file.mjs";
import { signed_in, Staffing } from "../lib/people.mjs";

const [program, source, engine] = process.argv.slice(2);
const kills = process.env.ZR_NIGHT ? 60 : 8;
const rows_a_file = 2000;

async function rows_of(city, table) {
  return (await city.run("dump")).split("\n").filter((line) => line.startsWith(`${table}\t`)).map((line) => JSON.parse(line.split("\t")[2]));
}

/** So many minutes after nine; time does not run backwards. */
const clock = (day, minutes) => ["--clock", new Date(Date.parse(`${day}T09:00Z`) + minutes * 60_000).toISOString().slice(0, 16)];

async function kill(server) {
  server.child.kill("SIGKILL");
  await ended(server.child);
}

/** A server that dies so many milliseconds after its birth, listening by then or not. */
async function short_life(city, more, milliseconds) {
  let dead;
  await serve(program, city.db, source, city.folder, more, (child) => {
    dead = ended(child);
    setTimeout(() => child.kill("SIGKILL"), milliseconds);
  }).catch(() => undefined);
  await dead;
}

/** What was acknowledged is there under its key, once; what was not is there or not, and is done when sent again. */
class Promises {
  sent = new Map();
  /** Sends until the server is gone. */
  async keep_sending(client, round) {
    for (let n = 0; ; n += 1) {
      const key = `step ${round} ${n}`;
      this.sent.set(key, undefined);
      const answer = await client.send("POST", "/organisations", { key, body: { kind: "insurer", name: `示例 ${key} 完` } }).catch(() => undefined);
      if (!answer) return;
      if (answer.status === 200) this.sent.set(key, answer.json.id);
    }
  }
  async judge(city) {
    const found = new Map();
    for (const { name, party } of await rows_of(city, "access_party_version")) {
      const key = name.match(/^示例 (step .*) 完$/)?.[1];
      if (!key) continue;
      assert.ok(!found.has(key), `${key} happened twice`);
      found.set(key, party);
    }
    for (const [key, id] of this.sent) if (id !== undefined) assert.equal(found.get(key), id, `${key} was acknowledged`);
    for (const key of found.keys()) assert.ok(this.sent.has(key), `${key} was never sent`);
  }
}

/** Kills at a random moment of an application; every file's rows are all there or not at all. */
async function imports(city, promises) {
  const staffing = await Staffing.of(city);
  const bank = await staffing.organisation("bank", "示例银行甲");
  const login = "jia.clerk";
  let clerk = await staffing.person(bank, "bank_clerk", login);
  let system = staffing.system;
  let took = 400;
  const seen = { cut: 0, whole: 0 };
  for (let n = 0; n < kills; n += 1) {
    const rows = Array.from({ length: rows_a_file }, (_, i) => note(n * rows_a_file + i + 1, { 借据号: `K${n}-${i}`, 放款日期: "2026-08-01" }));
    const { digest } = (await clerk.send("POST", `/files?name=kill${n}.csv`, { body: ledger_csv(rows) })).json;
    const entered = (await clerk.send("POST", "/imports", { body: { kind: "loan_ledger", digest, data_date: "2026-09-30" } })).json;
    const apply = () => clerk.send("POST", `/imports/${entered.id}/apply`, { key: `apply ${n}`, body: { accept: "all" }, version: entered.version });
    const begun = performance.now();
    const sending = promises.keep_sending(system, `import ${n}`);
    const applying = apply().catch(() => undefined);
    await Promise.race([applying, sleep(Math.random() * took * 1.2)]);
    await kill(city.server);
    const told = await applying;
    await sending;
    if (told) took = performance.now() - begun;
    city.server = await serve(program, city.db, source, city.folder, clock("2026-09-30", (n + 1) * 10));
    city.base = city.server.base;
    [clerk, system] = [await signed_in(city, login), await signed_in(city, "system")];
    const state = await clerk.send("GET", `/commands/${encodeURIComponent(`apply ${n}`)}`);
    if (told) assert.deepEqual([told.status, state.json.state], [200, "done"], "acknowledged and there");
    const count = async () => (await rows_of(city, "ledger_note")).filter((row) => row.identity.includes(`K${n}-`)).length;
    assert.equal(await count(), state.status === 200 ? rows_a_file : 0, "all rows of the file or none");
    seen[state.status === 200 ? "whole" : "cut"] += 1;
    const again = await apply();
    assert.equal(again.status, 200, again.text);
    assert.equal(again.headers.get("idempotent-replay") === "true", state.status === 200);
    assert.equal(again.json.created, rows_a_file);
    assert.equal(await count(), rows_a_file, "once");
    await promises.judge(city);
    if (n % 8 === 0) await city.prove();
  }
  return seen;
}

/** Kills the server again and again while it closes the days of a stop, the quarter's end among them. */
async function days(city, promises) {
  await kill(city.server);
  const last = "2026-12-20";
  let cut = 0;
  let to_listen = 0;
  for (let n = 0; n < kills; n += 1) {
    // Some days later each time, all of them still to be closed.
    const day = new Date(Date.parse("2026-10-01") + Math.ceil(((n + 1) * 79 * 86_400_000) / kills)).toISOString().slice(0, 10);
    if (n % 4) await short_life(city, clock(day, n), Math.random() * to_listen);
    else {
      const begun = performance.now();
      city.server = await serve(program, city.db, source, city.folder, clock(day, n));
      to_listen = performance.now() - begun + 30;
      city.base = city.server.base;
      const sending = signed_in(city, "system").then((system) => promises.keep_sending(system, `day ${n}`)).catch(() => undefined);
      await sleep(Math.random() * 400);
      await kill(city.server);
      await sending;
    }
    await promises.judge(city);
    const [{ business_date }] = await rows_of(city, "journal_day");
    if (business_date < day) cut += 1;
  }
  city.server = await serve(program, city.db, source, city.folder, clock(last, kills));
  city.base = city.server.base;
  for (let tries = 0; tries < 300; tries += 1) {
    if ((await rows_of(city, "journal_key")).some((row) => row.idempotency_key === `day 2026-12-19 duties.settle`)) break;
    await sleep(200);
  }
  const records = (await rows_of(city, "journal_record")).map((row) => JSON.parse(row.bytes)).sort((a, b) => a.seq - b.seq);
  const closed = records.filter((record) => record.action === "day.close").map((record) => record.body.day);
  const wanted = [];
  for (let day = Date.parse("2026-09-30"); day < Date.parse(last); day += 86_400_000) wanted.push(new Date(day).toISOString().slice(0, 10));
  assert.deepEqual(closed, wanted, "every day once and in order");
  for (const action of ["returns.open", "duties.settle"]) {
    const keys = records.filter((record) => record.action === action).map((record) => record.key);
    assert.equal(new Set(keys).size, keys.length, `${action} twice under one key`);
  }
  assert.equal(records.filter((record) => record.action === "returns.open").length, 1);
  assert.equal((await rows_of(city, "forms_answer")).length, 1, "one return of the one bank");
  const duties = (await rows_of(city, "duty_duty")).map((row) => `${row.kind} ${row.subject}`);
  assert.equal(new Set(duties).size, duties.length, "no duty twice");
  assert.ok(duties.length >= 1);
  return cut;
}

const city = await begin_city({ program, source, engine, clock: "2026-09-30T09:00" });
try {
  const promises = new Promises();
  const { cut, whole } = await imports(city, promises);
  assert.ok(cut > 0, "no application was cut");
  const days_cut = await days(city, promises);
  assert.ok(days_cut > 0, "no closing was cut");
  await promises.judge(city);
  await city.verified();
  console.log(`ok steps on ${engine}: imports cut ${cut}, stored before the kill ${whole}; closings cut ${days_cut}; ${promises.sent.size} commands beside them`);
} finally {
  await city.end();
}
process.exit(0);
