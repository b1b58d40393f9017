// Telephones, contacts and other personal words, rows 26 and 27 of the control table: masked in every list,
// page, search and export, absent from the log, the metrics and every error text: `node masking.mjs PROGRAM SOURCE ENGINE`.
import assert from "node:assert/strict";
import { api_of, endpoints_of, needed } from "../lib/openapi.mjs";
import { done } from "../lib/people.mjs";
import { TwoSides } from "../lib/two_sides.mjs";
import { words_of } from "../lib/zip.mjs";

const [program, source, engine] = process.argv.slice(2);

/** What two_sides gives its people and its files. */
const secrets = { telephones_of_people: /1390000\d{4}/, telephone_in_a_file: /13700001234/, contact_in_a_file: /示例联系人/ };
/** The file itself, as its owner sent it, and the same with remarks: a record each. */
const own_files = new Set(["/files/{id}", "/imports/{id}/annotated"]);
/** What a bank sent of its borrowers it may see again at its own notes, for a reason that is kept; nobody else may. */
const revealing = "/loans/{id}/personal";

const made = await TwoSides.begin({ program, source, engine });
try {
  const { city, people } = made;
  const ids = [...new Set((await city.run("dump")).split("\n").filter((line) => !/^(access_(event|region|role)|journal)/.test(line))
    .flatMap((line) => [...line.matchAll(/"id":(\d+)/g)].map((found) => Number(found[1]))))];
  let looks = 0;
  let shown = 0;
  const masked = [];
  for (const { method, path, right } of endpoints_of(api_of(program))) {
    if (method !== "GET" || path.includes("{key}") || own_files.has(path)) continue;
    for (const person of people.filter(({ role, side }) => side !== "乙" && (!right || role.actions.has(right))))
      for (const id of path.includes("{id}") ? ids : [0]) {
        const answer = await person.send("GET", path.replace("{id}", id) + (needed[path] ? `?${needed[path]}` : ""));
        if (answer.status !== 200) continue;
        looks += 1;
        const words = words_of(answer.bytes);
        if (path === revealing) {
          assert.equal(person.role.kind, "bank", `${person.role.code} is shown personal data`);
          shown += 1;
          continue;
        }
        for (const [name, form] of Object.entries(secrets)) assert.ok(!form.test(words), `${name}: ${person.role.code} reads ${path} of ${id}: ${words.match(form)}`);
        if (/示\*\*\*|个人信息，不显示/.test(words)) masked.push(path);
      }
  }
  for (const path of ["/imports/{id}", "/loans/{id}", "/loans/export"]) assert.ok(masked.includes(path), `${path} shows its contact masked, not left out`);

  // Who looked, at what and why: every look has left its event, and without a reason there is none.
  const auditor = made.people.find(({ role }) => role.code === "auditor");
  const noted = async () => {
    const rows = [];
    for (let page, next = ""; page?.next !== null && next !== undefined; next = page.next) {
      page = (await auditor.send("GET", `/access-events?limit=200${next ? `&cursor=${next}` : ""}`)).json;
      rows.push(...page.rows.filter((row) => row.kind === "personal.shown"));
    }
    return rows;
  };
  const events = await noted();
  assert.ok(shown > 0);
  assert.equal(events.length, shown);
  assert.match(events[0].detail, /^\/loans\/\{id\}\/personal .*reason=示例核对/);
  const loan = events[0].detail.match(/ id=(\d+)/)[1];
  const unreasoned = await made.person("bank_clerk", "甲").send("GET", `/loans/${loan}/personal`);
  assert.deepEqual([unreasoned.status, unreasoned.json.errors[0].pointer], [400, "/reason"]);
  assert.equal((await noted()).length, shown);

  // A search finds nobody by what is masked.
  const clerk = made.person("bank_clerk", "甲");
  for (const word of ["13700001234", "1370000", "示例联系人"])
    assert.deepEqual((await clerk.send("GET", `/loans?text=${encodeURIComponent(word)}`)).json.rows, [], word);

  // A refusal repeats nothing of it.
  const { system } = made.staffing;
  const bank = made.homes.get("bank甲");
  const phone = "13888887777";
  for (const more of [{ login: "person.1" }, { login: "x" }, { phone: phone.repeat(9) }, { organisation: 1 }, { other: phone }]) {
    const answer = await system.send("POST", "/people", { body: { organisation: bank, name: "示例不可说", phone, login: "masked.one", password: "Velvet-anchor-93-moss", ...more } });
    assert.ok(answer.status >= 400, JSON.stringify(more));
    assert.doesNotMatch(answer.text, /13888887777|示例不可说|Velvet/, JSON.stringify(more));
  }
  await done(system, "/people", { organisation: bank, name: "示例不可说", phone, login: "masked.one", password: "Velvet-anchor-93-moss" });
  await system.send("GET", `/people?organisation=${bank}&x=${phone}`);

  // Row 27: nor do the log and the metrics know anybody, and no address carries a person.
  const metrics = city.server.log().match(/"metrics_port":(\d+)/)?.[1];
  const told = metrics ? await (await fetch(`http://127.0.0.1:${metrics}/metrics`)).text() : "";
  for (const text of [city.server.log(), told])
    for (const form of [...Object.values(secrets), /13888887777|示例不可说|Velvet|Luoshu/, /037100001234|示例负责人/, /示例人员/, /masked\.one|person\.\d/])
      assert.doesNotMatch(text, form);
  console.log(`masking on ${engine}: ok, ${looks} answers read`);
} finally {
  await made.end();
}
process.exit(0);
