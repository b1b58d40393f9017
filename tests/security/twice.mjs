// What is done twice, at once or by two, pitfalls 11 and 12: `node twice.mjs PROGRAM SOURCE ENGINE`. One effect
// for one key, one reversal whatever the keys, one approval, and never by whoever made it.
import assert from "node:assert/strict";
import { chosen_password } from "../lib/city.mjs";
import { ledger_csv, note } from "../lib/ledger_file.mjs";
import { done, first_password, signed_in } from "../lib/people.mjs";
import { TwoSides } from "../lib/two_sides.mjs";

const [program, source, engine] = process.argv.slice(2);
const at_once = 12;
const all = (send) => Promise.all(Array.from({ length: at_once }, (_, n) => send(n)));
const of_status = (answers, status) => answers.filter((answer) => answer.status === status);
const codes = (answers) => answers.map((answer) => `${answer.status} ${answer.json?.code ?? ""}`).join(", ");

/** The same key: one effect and one answer, and another body under it is refused. */
async function one_key(made) {
  const { system } = made.staffing;
  const body = { kind: "bank", name: "示例双击银行" };
  const answers = await all(() => system.send("POST", "/organisations", { key: "double click", body }));
  // While the first runs the others are told so.
  assert.ok(answers.every(({ status, json }) => status === 200 || (status === 409 && json.code === "running")), codes(answers));
  answers.push(await system.send("POST", "/organisations", { key: "double click", body }));
  const answered = of_status(answers, 200);
  assert.equal(new Set(answered.map((answer) => answer.json.id)).size, 1);
  assert.equal(answered.filter((answer) => answer.headers.get("idempotent-replay") !== "true").length, 1, "one did it, the others repeat its answer");
  const rows = (await system.send("GET", "/organisations?kind=bank")).json.rows.filter((row) => row.name === body.name);
  assert.equal(rows.length, 1);
  const other = await system.send("POST", "/organisations", { key: "double click", body: { ...body, name: "示例别的银行" } });
  assert.ok([409, 422].includes(other.status), other.text);
  // A refusal keeps its key too: what was refused once is refused again, though it would pass by now.
  const refused = await all(() => system.send("POST", "/organisations", { key: "refused click", body: { kind: "bank", name: "示例", parent: 1 } }));
  refused.push(await system.send("POST", "/organisations", { key: "refused click", body: { kind: "bank", name: "示例", parent: 1 } }));
  assert.ok(refused.every(({ status, json }) => json.code === (status === 422 ? "no_such_parent" : "running")), codes(refused));
}

/** A client that lost the answer asks again: whatever the command, the old answer comes and nothing happens. */
async function lost_answers(made) {
  const [clerk, reviewer] = [made.person("bank_clerk", "乙"), made.person("bank_reviewer", "乙")];
  const { system, security } = made.staffing;
  const faults = [];
  let n = 0;
  const again = async (person, path, body, version) => {
    const options = { body, version, key: `lost ${(n += 1)}` };
    const [first, second] = [await person.send("POST", path, options), await person.send("POST", path, options)];
    assert.ok([200, 202].includes(first.status), `${path}: ${first.text}`);
    if (second.status !== first.status || second.text !== first.text || second.headers.get("idempotent-replay") !== "true")
      faults.push(`${path}: ${first.status}, then ${second.status} ${second.text.slice(0, 160)}`);
    return first.json;
  };
  const bank = await again(system, "/organisations", { kind: "bank", name: "示例再问银行" });
  const renamed = await again(system, `/organisations/${bank.id}/rename`, { name: "示例再问银行二", effective: "2026-10-01" }, bank.version);
  const person = await again(system, "/people", { organisation: bank.id, name: "示例再问", login: "asks.again", password: first_password });
  await again(security, "/grants", { account: person.id, role: "bank_clerk" });
  const reset = await again(system, `/people/${person.id}/reset`, { password: "Harbour-lantern-77-oak" }, person.version);
  const signed = await signed_in(made.city, "asks.again", "Harbour-lantern-77-oak");
  const changed = await signed.send("POST", "/accounts/change-password", { body: { old_password: "Harbour-lantern-77-oak", new_password: chosen_password } });
  await again(system, `/people/${person.id}/disable`, {}, changed.json.version ?? reset.version);
  await again(system, `/organisations/${bank.id}/close`, { effective: "2026-10-01" }, renamed.version);

  const { digest } = (await clerk.send("POST", "/files?name=again.csv", { body: ledger_csv([note(850), note(851, { "贷款余额（元）": "-1" })]) })).json;
  const entered = await again(clerk, "/imports", { kind: "loan_ledger", digest, data_date: "2026-09-30" });
  await again(clerk, `/imports/${entered.id}/map`, { basis: "fund_filing" });
  const mended = await again(clerk, `/imports/${entered.id}/mend`, { corrections: [{ row: 3, field: "balance_fen", value: "5.00" }] });
  const applied = await again(clerk, `/imports/${entered.id}/apply`, { accept: "all" }, mended.version);
  const waiting = await again(clerk, `/imports/${entered.id}/undo`, {}, applied.version);
  const { version } = (await reviewer.send("GET", "/commands")).json.rows.find((row) => row.id === waiting.command);
  await again(reviewer, `/commands/${waiting.command}/approve`, { password: chosen_password }, version);
  const other = await again(clerk, "/imports", { kind: "loan_ledger", digest, data_date: "2026-06-30" });
  await again(clerk, `/imports/${other.id}/discard`, {}, other.version);
  const [answer] = (await clerk.send("GET", "/returns?period=2026Q3")).json.rows;
  const form = { source: "ledger", edition: "final", responsible: "示例负责人", phone: "037100001234",
    cells: { transferred_in_q: 0, written_off_q: 0, transferred_out_q: 0, prior_correction_q: 0 } };
  await again(clerk, `/returns/${answer.id}/fill`, form);
  const frozen = await again(clerk, `/returns/${answer.id}/prepare`, {});
  await again(clerk, `/returns/${answer.id}/submit`, { number: frozen.number, digest: frozen.digest });
  assert.deepEqual(faults, []);
}

/** Different keys for one step of a thing: one of them takes it. */
async function one_step(made) {
  const clerk = made.person("bank_clerk", "甲");
  const entered = await made.imported(clerk, ledger_csv([note(801), note(802)]), { data_date: "2026-09-30", basis: "fund_filing" });
  const applied = await all(() => clerk.send("POST", `/imports/${entered.id}/apply`, { body: { accept: "all" }, version: entered.version }));
  assert.equal(of_status(applied, 200).length, 1, codes(applied));
  assert.ok(applied.every((answer) => answer.status < 500), codes(applied));
  const loans = async () => (await clerk.send("GET", "/loans?text=JJ-80")).json.rows.length;
  assert.equal(await loans(), 2);

  // Two keys ask for its reversal, both wait; what the first approval takes back the second cannot.
  const { version } = (await clerk.send("GET", `/imports/${entered.id}`)).json;
  const asked = await all(() => clerk.send("POST", `/imports/${entered.id}/undo`, { body: {}, version }));
  const waiting = of_status(asked, 202).map((answer) => answer.json.command);
  assert.ok(waiting.length >= 1, codes(asked));
  const reviewer = made.person("bank_reviewer", "甲");
  const versions = new Map((await reviewer.send("GET", "/commands")).json.rows.map((row) => [row.id, row.version]));
  const approved = await Promise.all(waiting.map((id) => reviewer.send("POST", `/commands/${id}/approve`, { body: { password: chosen_password }, version: versions.get(id) })));
  assert.equal(of_status(approved, 200).length, 1, codes(approved));
  assert.ok(approved.every((answer) => answer.status < 500), codes(approved));
  assert.equal(await loans(), 0);
  assert.equal((await clerk.send("GET", `/imports/${entered.id}`)).json.state, "undone");
}

/** A command that waits for the second person of the bank. */
async function waiting_of(made, clerk, letters) {
  const entered = await made.imported(clerk, ledger_csv([note(letters)]), { data_date: "2026-09-30" });
  await done(clerk, `/imports/${entered.id}/apply`, { accept: "all" }, { version: entered.version });
  const { version } = (await clerk.send("GET", `/imports/${entered.id}`)).json;
  const asked = await clerk.send("POST", `/imports/${entered.id}/undo`, { body: {}, version });
  assert.equal(asked.status, 202, asked.text);
  return asked.json.command;
}

/** Two checkers at once, and one against himself: one decision. */
async function one_approval(made) {
  const [clerk, reviewer] = [made.person("bank_clerk", "乙"), made.person("bank_reviewer", "乙")];
  const second = await made.staffing.person(made.homes.get("bank乙"), "bank_reviewer", "second.checker");
  for (const [n, ways] of [["approve", "approve"], ["approve", "return"]].entries()) {
    const id = await waiting_of(made, clerk, 900 + n);
    const { version } = (await reviewer.send("GET", "/commands")).json.rows.find((row) => row.id === id);
    const decide = (person, verb) => person.send("POST", `/commands/${id}/${verb}`, { version, body: verb === "approve" ? { password: chosen_password } : { remark: "示例退回" } });
    const answers = await all((i) => decide(i % 2 ? reviewer : second, ways[i % 2]));
    assert.equal(of_status(answers, 200).length, 1, codes(answers));
    assert.ok(answers.every((answer) => answer.status < 500), codes(answers));
  }
}

/** The maker: with the checker's role given later, and by a second account, still the maker. */
async function not_oneself(made) {
  const [clerk, reviewer] = [made.person("bank_clerk", "乙"), made.person("bank_reviewer", "乙")];
  const id = await waiting_of(made, clerk, 910);
  const { version } = (await reviewer.send("GET", "/commands")).json.rows.find((row) => row.id === id);
  const approve = (person) => person.send("POST", `/commands/${id}/approve`, { version, body: { password: chosen_password } });
  assert.equal((await approve(clerk)).status, 403);
  const { security, system } = made.staffing;
  await done(security, "/grants", { account: clerk.account, role: "bank_reviewer" });
  const promoted = await approve(await signed_in(made.city, clerk.login));
  assert.deepEqual([promoted.status, promoted.json.code], [422, "own_command"], promoted.text);

  const { person } = (await system.send("GET", `/people?organisation=${made.homes.get("bank乙")}`)).json.rows.find((row) => row.id === clerk.account);
  const other = await done(system, "/people", { organisation: made.homes.get("bank乙"), person, login: "same.person", password: first_password });
  await done(security, "/grants", { account: other.id, role: "bank_reviewer" });
  const first = await signed_in(made.city, "same.person", first_password);
  await done(first, "/accounts/change-password", { old_password: first_password, new_password: chosen_password });
  const same = await approve(await signed_in(made.city, "same.person", chosen_password));
  assert.deepEqual([same.status, same.json.code], [422, "own_command"], same.text);
  assert.equal((await approve(reviewer)).status, 200);
}

/** What the maker may do and had seen is asked again when the second person signs. */
async function maker_asked_again(made) {
  const { security, system } = made.staffing;
  const reviewer = made.person("bank_reviewer", "乙");
  const home = made.homes.get("bank乙");
  const maker = await made.staffing.person(home, "bank_clerk", "other.maker");
  const grant = (path) => done(security, path, { account: maker.account, role: "bank_clerk" });
  const id = await waiting_of(made, maker, 920);
  const { version } = (await reviewer.send("GET", "/commands")).json.rows.find((row) => row.id === id);
  const approve = () => reviewer.send("POST", `/commands/${id}/approve`, { version, body: { password: chosen_password } });
  await grant("/grants/withdraw");
  const without = await approve();
  assert.deepEqual([without.status, without.json.code], [422, "maker_without_right"], without.text);
  await grant("/grants");
  const { version: seen } = (await system.send("GET", `/people?organisation=${home}`)).json.rows.find((row) => row.id === maker.account);
  await done(system, `/people/${maker.account}/disable`, {}, { version: seen });
  const gone = await approve();
  assert.deepEqual([gone.status, gone.json.code], [422, "maker_gone"], gone.text);
  await done(reviewer, `/commands/${id}/return`, { remark: "示例退回" }, { version });
}

/** A file entered on behalf: its bank confirms it while the bureau's undo of it waits. */
async function changed_meanwhile(made) {
  const [handler, checker, clerk] = [made.person("bureau_handler", "甲"), made.person("bureau_reviewer", "甲"), made.person("bank_clerk", "乙")];
  const entered = await made.imported(handler, ledger_csv([note(930)]), { data_date: "2026-09-30", organisation: made.homes.get("bank乙"), arrived_on: "2026-09-30" });
  await done(handler, `/imports/${entered.id}/apply`, { accept: "all" }, { version: entered.version });
  const version_of = async (person) => (await person.send("GET", `/imports/${entered.id}`)).json.version;
  const asked = await handler.send("POST", `/imports/${entered.id}/undo`, { body: {}, version: await version_of(handler) });
  assert.equal(asked.status, 202, asked.text);
  await done(clerk, `/imports/${entered.id}/confirm`, {}, { version: await version_of(clerk) });
  const { id, version } = (await checker.send("GET", "/commands")).json.rows.find((row) => row.id === asked.json.command);
  const answer = await checker.send("POST", `/commands/${id}/approve`, { version, body: { password: chosen_password } });
  assert.deepEqual([answer.status, answer.json.code], [422, "changed_since"], answer.text);
}

const made = await TwoSides.begin({ program, source, engine });
try {
  await one_key(made);
  await lost_answers(made);
  await one_step(made);
  await one_approval(made);
  await not_oneself(made);
  await maker_asked_again(made);
  await changed_meanwhile(made);
  await made.city.verified();
  console.log(`twice on ${engine}: ok`);
} finally {
  await made.end();
}
process.exit(0);
