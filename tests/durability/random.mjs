// The same random commands on SQLite and on PostgreSQL: every answer is equal, and so are the canonical
// dumps: `node random.mjs PROGRAM SOURCE`. 10,000 of them; 200,000 with ZR_NIGHT. ZR_SEED draws others.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import readline from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { Canonical, difference_of } from "../lib/canonical.mjs";
import { begin_city, ended } from "../lib/city.mjs";
import { done, signed_in, Staffing } from "../lib/people.mjs";
import { RandomCommands } from "../lib/random_commands.mjs";
import { Dice } from "../lib/seeded.mjs";

const [program, source] = process.argv.slice(2);
const count = Number(process.env.ZR_COMMANDS ?? (process.env.ZR_NIGHT ? 200_000 : 10_000));
const seed = Number(process.env.ZR_SEED ?? 20_260_930);
/** When the servers begin again, each time a day later or more. */
const restarts = ["2026-10-01T00:10", "2026-10-09T09:00", "2026-10-12T09:00", "2026-12-02T09:00"];
const offices = [["bank", "示例银行甲", ["bank_clerk", "bank_reviewer", "institution_admin"]], ["bank", "示例银行乙", ["bank_clerk", "bank_reviewer"]],
  ["city_bureau", "示例市市场监管局", ["bureau_handler", "bureau_reviewer"]], ["regulator", "示例监管局", ["regulator_officer"]]];
const administrators = ["system", "security", "audit"];

class Twin {
  constructor(cities) {
    this.cities = cities;
    this.clients = cities.map(() => new Map());
  }

  /** The same people in both. */
  async staff() {
    const lists = [];
    for (const [i, city] of this.cities.entries()) {
      const staffing = await Staffing.of(city);
      const people = [];
      for (const [kind, name, roles] of offices) {
        const home = await staffing.organisation(kind, name);
        for (const role of roles) people.push(await staffing.person(home, role, `${role.replaceAll("_", ".")}.${home}`));
      }
      lists.push(people.map(({ login, account, organisation, role }) => ({ login, account, person: account - 1, organisation, role })));
      this.logins = [...administrators, ...lists[i].map((one) => one.login)];
    }
    assert.deepEqual(lists[0], lists[1]);
    return lists[0];
  }

  async restart(moment) {
    for (const [i, city] of this.cities.entries()) {
      await city.restart(moment);
      for (const login of this.logins) this.clients[i].set(login, await signed_in(city, login));
    }
    await this.at_rest();
  }
  /** What the program does by itself is done: nothing more is recorded. */
  async at_rest() {
    await Promise.all(this.clients.map(async (clients) => {
      const head = async () => (await clients.get("audit").send("GET", "/journal?limit=1")).json.rows[0].sequence;
      for (let before = await head(), quiet = 0; quiet < 4; await sleep(200)) {
        const now = await head();
        quiet = now === before ? quiet + 1 : 0;
        before = now;
      }
    }));
  }

  /** Asks both, and answers what both answered. */
  async send(as, method, path, options) {
    const [one, other] = await Promise.all(this.clients.map((clients) => clients.get(as).send(method, path, options)));
    assert.deepEqual(told(other), told(one), `${as}: ${method} ${path} ${JSON.stringify(options?.body)}`);
    return one;
  }
}

/** An answer without its request and without the machine's clock. */
function told({ status, text }) {
  return [status, text.replace(/"request_id":"[^"]*"/g, "").replace(/T\d\d:\d\d:\d\d\.\d{6}\+08:00/g, "")];
}

async function look_around(twin, random) {
  const rows = async (as, path) => (await twin.send(as, "GET", path)).json.rows;
  const [clerk] = random.people.filter((one) => one.role === "bank_clerk");
  random.loans = await rows(clerk.login, "/loans?limit=100");
  const bureau = random.people.find((one) => one.role === "bureau_handler").login;
  random.duties = await rows(random.people.find((one) => one.role === "institution_admin").login, "/duties?limit=50");
  const known = new Map(random.returns.map((one) => [one.id, one]));
  random.returns = (await rows(bureau, "/returns?limit=50")).map(({ id, organisation }) => known.get(id) ?? { id, organisation });
  for (const path of ["/organisations", "/people"]) await rows("system", path);
  await twin.send(bureau, "GET", "/returns/board?period=2026Q3");
  await twin.send(bureau, "GET", "/figures/city?period=2026Q3");
}

async function one_more(twin, random, counted) {
  const command = random.next();
  if (command.file) {
    const sent = await twin.send(command.as, "POST", "/files?name=random.csv", { body: command.file });
    command.body = { ...command.body, digest: sent.json.digest ?? "0".repeat(64) };
  }
  if (command.of) command.version = (await twin.send(command.as, "GET", "/commands")).json.rows.find((row) => row.id === command.of.id)?.version ?? 1;
  const answer = await twin.send(command.as, "POST", command.path, command);
  assert.ok(answer.status < 500, `${command.path} ${JSON.stringify(command.body)}: ${answer.text}`);
  if (command.done) assert.deepEqual([answer.status, answer.text, answer.headers.get("idempotent-replay")], [...command.done, "true"], `${command.path} asked again`);
  else if ([200, 202].includes(answer.status)) command.done = [answer.status, answer.text];
  command.learn?.({ ...answer, maker: command.as });
  const name = command.path.replace(/\d+/, "{id}");
  counted.set(name, (counted.get(name) ?? new Map()).set(answer.status, (counted.get(name)?.get(answer.status) ?? 0) + 1));
  // A publication is followed by a settling of the program's own, which has a place of its own in the record.
  if (command.publishes && answer.status === 200) await twin.at_rest();
}

/** The lines of a dump, one by one: that of a long run is larger than a string may be. */
async function* dump_of(city) {
  const child = spawn(program, ["dump", "--db", city.db], { stdio: ["ignore", "pipe", "inherit"] });
  const end = ended(child);
  yield* readline.createInterface({ input: child.stdout, crlfDelay: Infinity });
  await end;
  assert.equal(child.exitCode, 0, "the dump came to its end");
}

async function* a_fen_more(lines) {
  let given = false;
  for await (const line of lines) {
    const more = given || !line.startsWith("ledger_note_version\t") ? line : line.replace(/"balance_fen":(\d+)/, (all, fen) => `"balance_fen":${Number(fen) + 1}`);
    given ||= more !== line;
    yield more;
  }
}

const cities = [];
try {
  for (const engine of ["sqlite", "postgresql"]) cities.push(await begin_city({ program, source, engine, clock: "2026-09-30T09:00" }));
  const twin = new Twin(cities);
  const random = new RandomCommands(new Dice(seed), await twin.staff());
  const counted = new Map();
  for (let n = 0; n < count; n += 1) {
    const moment = restarts[(n * restarts.length) / count];
    if (moment) await twin.restart(moment);
    if (n % Math.ceil(count / 25) === 0) await look_around(twin, random);
    await one_more(twin, random, counted).catch((error) => {
      throw new Error(`command ${n} of seed ${seed}: ${error.message}`);
    });
  }
  await twin.at_rest();
  const [one, other] = await Promise.all(cities.map((city) => Canonical.of(() => dump_of(city))));
  assert.equal(await difference_of(one, other), "");
  // The control: a fen more in one row of the other is seen.
  const changed = await Canonical.of(() => a_fen_more(dump_of(cities[1])));
  assert.match(await difference_of(one, changed), /^- 1 lines\n- ledger_note_version/);
  for (const city of cities) await city.verified();
  const answers = [...counted].map(([name, statuses]) => `${name} ${[...statuses].map(([status, times]) => `${status}×${times}`).join(" ")}`);
  console.log(`ok: ${count} commands of seed ${seed}, ${one.lines.size} different rows equal on both engines\n  ${answers.sort().join("\n  ")}`);
} finally {
  for (const city of cities) await city.end();
}
