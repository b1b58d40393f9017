// News over the event stream: `node events.mjs PROGRAM SOURCE ENGINE`. Everybody hears of what their own
// organisation did and nothing of another's; a client that comes back misses nothing; a session that
// ends takes its stream along.
import assert from "node:assert/strict";
import { begin_city } from "../lib/city.mjs";
import { ledger_csv, note } from "../lib/ledger_file.mjs";
import { done, first_password, signed_in, Staffing } from "../lib/people.mjs";

const [program, source, engine] = process.argv.slice(2);

/** A stream as a browser's EventSource reads it: events and news of progress so far, and whether it has ended. */
async function open(client, last) {
  const headers = { Cookie: client.cookie };
  if (last !== undefined) headers["Last-Event-ID"] = String(last);
  const answer = await fetch(`${client.base}/api/v1/events`, { headers });
  assert.equal(answer.status, 200);
  const stream = { events: [], progress: [], over: false };
  (async () => {
    let text = "";
    for await (const piece of answer.body.pipeThrough(new TextDecoderStream())) {
      text += piece;
      for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
        const lines = text.slice(0, end).split("\n");
        text = text.slice(end + 2);
        const value = (name) => lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1);
        if (!value("data")) continue;
        if (value("event") === "progress") stream.progress.push(JSON.parse(value("data")));
        else stream.events.push({ id: Number(value("id")), ...JSON.parse(value("data")) });
      }
    }
    stream.over = true;
  })().catch(() => (stream.over = true));
  return stream;
}

async function soon(what, holds) {
  for (let i = 0; i < 200 && !holds(); i += 1) await new Promise((resolve) => setTimeout(resolve, 25));
  assert.ok(holds(), what);
}

/** A bank's file of 3,000 notes: whoever applies it hears how far it is, in the order of its steps; a colleague does not. */
async function hears_of_progress(clerk, colleague) {
  const [stream, other] = [await open(clerk), await open(colleague)];
  const rows = Array.from({ length: 3000 }, (_, n) => note(n + 1));
  const { digest } = (await clerk.send("POST", "/files?name=ledger.csv", { body: ledger_csv(rows) })).json;
  const made = await done(clerk, "/imports", { kind: "loan_ledger", digest, data_date: "2026-09-30", basis: "customer_authorisation" });
  const applied = await done(clerk, `/imports/${made.id}/apply`, { accept: "all" }, { version: made.version });
  assert.equal(applied.created, rows.length);
  await soon("the last step is told", () => stream.progress.some(({ step }) => step === "storing"));
  const steps = stream.progress.map(({ step }) => step);
  assert.deepEqual([...new Set(steps)], ["reading", "checking", "storing"]);
  assert.ok(steps.filter((step) => step === "reading").length > 1, "rows are counted while they are read");
  for (const one of stream.progress) {
    assert.equal(one.subject, made.id);
    assert.ok(one.done <= one.total, JSON.stringify(one));
  }
  await soon("the colleague hears of the record", () => other.events.some((event) => event.subjects.includes(made.id)));
  assert.deepEqual(other.progress, []);
}

/** A reader of the record who is one no more hears of the own organisation only, on the stream that is open. */
async function loses_a_right(staffing, bank, stream_of_bank) {
  const office = await staffing.organisation("audit_office", "示例审计局");
  const auditor = await staffing.person(office, "auditor", "former.auditor");
  const stream = await open(auditor);
  const invite = (login) => done(bank, "/staff", { name: "示例人员三", login, password: first_password });
  const heard = await invite("jia.heard");
  await soon("the auditor hears of every bank", () => stream.events.some((event) => event.subjects.includes(heard.id)));
  await done(staffing.security, "/grants/withdraw", { account: auditor.account, role: "auditor" });
  const unheard = await invite("jia.unheard");
  await soon("the bank hears of it", () => stream_of_bank.events.some((event) => event.subjects.includes(unheard.id)));
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.ok(!stream.events.some((event) => event.subjects.includes(unheard.id)), "a withdrawn right hears nothing more");
  assert.ok(!stream.over, "the session lives on");
}

const city = await begin_city({ program, source, engine, clock: "2026-10-08T09:00" });
try {
  const staffing = await Staffing.of(city);
  const admins = [];
  for (const name of ["jia", "yi"]) {
    const bank = await staffing.organisation("bank", `示例银行${name}`);
    admins.push(await staffing.person(bank, "institution_admin", `${name}.admin`));
  }
  const [jia, yi] = admins;
  const jia_stream = await open(jia);
  const yi_stream = await open(yi);
  const audit_stream = await open(await signed_in(city, "audit"));

  const staff = { name: "示例人员二", login: "jia.two", password: first_password };
  const made = await done(jia, "/staff", staff);
  await soon("a bank hears of its own commands", () => jia_stream.events.some((event) => event.subjects.includes(made.id)));
  await soon("the reader of the record hears of them", () => audit_stream.events.some((event) => event.subjects.includes(made.id)));
  const staff_of_yi = await done(yi, "/staff", { ...staff, login: "yi.two" });
  await soon("the other bank hears of its own", () => yi_stream.events.length > 0);
  assert.ok(!yi_stream.events.some((event) => event.subjects.includes(made.id)), "and nothing of the first");
  assert.ok(!JSON.stringify(jia_stream.events).includes("示例"), "events hold ids, nothing personal");

  const last = jia_stream.events.at(-1).id;
  await done(jia, "/staff", { ...staff, login: "jia.three" });
  const resumed = await open(jia, last);
  await soon("a client that comes back gets what it missed", () => resumed.events.length > 0);
  assert.ok(resumed.events.every((event) => event.id > last));
  assert.ok(!resumed.events.some((event) => event.subjects.includes(staff_of_yi.id)));

  const clerk = await staffing.person(jia.organisation, "bank_clerk", "jia.clerk");
  await hears_of_progress(clerk, await staffing.person(jia.organisation, "bank_clerk", "jia.colleague"));

  await loses_a_right(staffing, jia, jia_stream);

  await jia.send("DELETE", "/session");
  await soon("a session that ends takes its streams along", () => jia_stream.over && resumed.over);
  assert.ok(!yi_stream.over);
  const nobody = await fetch(`${city.base}/api/v1/events`);
  assert.equal(nobody.status, 401);
} finally {
  await city.end();
}
console.log(`events on ${engine}: ok`);
process.exit(0);
