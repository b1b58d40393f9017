// The password asked again, rows 1, 3 and 23 of the control table: for a change of it and as the second
// signature it falls under the lock that signing in has, and each wrong one leaves its trace: `node
// own_password.mjs PROGRAM SOURCE ENGINE`.
import assert from "node:assert/strict";
import { begin_city, chosen_password } from "../lib/city.mjs";
import { Client } from "../lib/client.mjs";
import { done, first_password, signed_in, Staffing } from "../lib/people.mjs";

const [program, source, engine] = process.argv.slice(2);
const city = await begin_city({ program, source, engine });

/** What the access log says of wrong signatures of an account. */
async function traces(account) {
  const rows = (await city.run("dump")).split("\n").filter((line) => line.startsWith("access_event\t")).map((line) => JSON.parse(line.split("\t")[2]));
  return rows.filter((row) => row.kind === "signature.refused" && row.account === account).map((row) => row.detail);
}

try {
  const staffing = await Staffing.of(city);
  const bank = await staffing.organisation("bank", "示例银行甲");

  // A change of password: five wrong present ones lock the name, for signing in as well.
  const clerk = await staffing.person(bank, "bank_clerk", "jia.clerk");
  const change = (old_password) => clerk.send("POST", "/accounts/change-password", { body: { old_password, new_password: "Harbour-lantern-77-oak" } });
  const wrong = [];
  for (let i = 0; i < 5; i += 1) wrong.push(await change(`wrong-password-${i}`));
  assert.ok(wrong.every(({ status, json }) => status === 422 && json.errors[0].code === "wrong_old_password"));
  assert.deepEqual(await traces(clerk.account), Array(5).fill("accounts.change-password"));
  const right = await change(chosen_password);
  assert.deepEqual([right.status, right.json.errors], [422, wrong[0].json.errors], "the right one is refused in the same words");
  const signing = await new Client(city.base).send("POST", "/session", { body: { user: "jia.clerk", password: chosen_password } });
  assert.equal(signing.status, 401);

  // The second signature: a dozen guesses at once, then the right one.
  const platform = (await staffing.system.send("GET", "/organisations?kind=platform")).json.rows[0].id;
  const checker = await staffing.person(platform, "security_admin", "security.two");
  const other = await done(staffing.system, "/people", { organisation: bank, name: "示例人员二", login: "jia.two", password: first_password });
  const asked = await staffing.security.send("POST", "/grants", { body: { account: other.id, role: "bank_clerk" } });
  assert.equal(asked.status, 202, asked.text);
  const [{ id, version }] = (await checker.send("GET", "/commands")).json.rows;
  const approve = (password) => checker.send("POST", `/commands/${id}/approve`, { version, body: { password } });
  const guesses = await Promise.all(Array.from({ length: 12 }, (_, i) => approve(`wrong-password-${i}`)));
  assert.ok(guesses.every(({ status, json }) => status === 422 && json.errors[0].code === "wrong_password"));
  assert.equal((await traces(checker.account)).length, 12);
  assert.equal((await approve(chosen_password)).status, 422, "locked");
  assert.equal((await checker.send("GET", "/commands")).json.rows.length, 1, "nothing was approved");

  // A few wrong ones do no harm: the right one forgets them.
  const patient = await signed_in(city, "audit");
  for (const round of [1, 2]) {
    for (let i = 0; i < 3; i += 1)
      await patient.send("POST", "/accounts/change-password", { body: { old_password: `wrong-${round}-${i}`, new_password: "Harbour-lantern-77-oak" } });
    const weak = await patient.send("POST", "/accounts/change-password", { body: { old_password: chosen_password, new_password: "short" } });
    assert.deepEqual([weak.status, weak.json.errors[0].code], [400, "weak_password"], `round ${round}`);
  }
} finally {
  await city.end();
}
console.log(`own password on ${engine}: ok`);
process.exit(0);
