// News over the event stream: `node events.mjs PROGRAM SOURCE ENGINE`. Everybody hears of what their own
// organisation did and nothing of another's; a client that comes back misses nothing; a session that
// ends takes its stream along.
import assert from "node:assert/strict";
import { begin_city } from "../lib/city.mjs";
import { Client } from "../lib/client.mjs";

const [program, source, engine] = process.argv.slice(2);

/** A stream as a browser's EventSource reads it: events so far, and whether it has ended. */
async function open(client, last) {
  const headers = { Cookie: client.cookie };
  if (last !== undefined) headers["Last-Event-ID"] = String(last);
  const answer = await fetch(`${client.base}/api/v1/events`, { headers });
  assert.equal(answer.status, 200);
  const stream = { events: [], over: false };
  (async () => {
    let text = "";
    for await (const piece of answer.body.pipeThrough(new TextDecoderStream())) {
      text += piece;
      for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
        const lines = text.slice(0, end).split("\n");
        text = text.slice(end + 2);
        const value = (name) => lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1);
        if (value("data")) stream.events.push({ id: Number(value("id")), ...JSON.parse(value("data")) });
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

const city = await begin_city({ program, source, engine });
try {
  const client = async (login, password) => {
    const made = new Client(city.base);
    await made.sign_in(login, password);
    return made;
  };
  const done = async (who, path, body, more) => {
    const answer = await who.send("POST", path, { body, ...more });
    assert.equal(answer.status, 200, answer.text);
    return answer.json;
  };
  const system = await client("system", city.secrets.system);
  const security = await client("security", city.secrets.security);
  const admins = [];
  for (const name of ["jia", "yi"]) {
    const bank = await done(system, "/organisations", { kind: "bank", name: `示例银行${name}` });
    const password = "Velvet-anchor-93-moss";
    const account = await done(system, "/people", { organisation: bank.id, name: "示例人员", login: `${name}.admin`, password });
    await done(security, "/grants", { account: account.id, role: "institution_admin" });
    const first = await client(`${name}.admin`, password);
    await done(first, "/accounts/change-password", { old_password: password, new_password: "Cobalt-otter-58-lamp" });
    admins.push(await client(`${name}.admin`, "Cobalt-otter-58-lamp"));
  }
  const [jia, yi] = admins;
  const jia_stream = await open(jia);
  const yi_stream = await open(yi);
  const audit_stream = await open(await client("audit", city.secrets.audit));

  const staff = { name: "示例人员二", login: "jia.two", password: "Velvet-anchor-93-moss" };
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
