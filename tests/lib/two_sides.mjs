// A city with business on two sides, 甲 and 乙, that must not meet: organisations of every kind, a person
// for every role of data/roles.csv, ledgers, imports in several states, quarterly returns, waiting commands.
// Every text of a side carries its mark, so a leak shows itself.
import fs from "node:fs";
import path from "node:path";
import { begin_city, chosen_password } from "./city.mjs";
import { ledger_csv, note } from "./ledger_file.mjs";
import { done, Staffing } from "./people.mjs";

export const sides = { 甲: { mark: "甲方", letters: "JIA", region: "410102" }, 乙: { mark: "乙方", letters: "YI", region: "410105" } };

/** What a return by ledger still asks to be typed. */
const zeros = Object.fromEntries(["transferred_in_q", "written_off_q", "transferred_out_q", "prior_correction_q"].map((cell) => [cell, 0]));

/** The roles of roles.csv, none of whose cells holds a comma, each with the kind of organisation tried here. */
export function roles_of(source) {
  const lines = fs.readFileSync(path.join(source, "data/roles.csv"), "utf8").trim().split("\n").slice(1);
  return lines.map((line) => line.split(",")).map(([code, , , kinds, actions]) => ({
    code, kind: / ?bank( |$)/.test(kinds) ? "bank" : kinds.split(" ")[0], actions: new Set(actions.split(" ")),
  }));
}

export class TwoSides {
  static async begin(given) {
    const made = new TwoSides();
    made.city = await begin_city({ ...given, clock: "2026-09-30T09:00" });
    try {
      await made.#organisations(roles_of(given.source));
      // The quarter has ended: the returns are sent out.
      await made.city.restart("2026-10-01T00:10");
      made.staffing = await Staffing.of(made.city);
      await made.#people(roles_of(given.source));
      await Promise.all(Object.keys(sides).map((side) => made.#business(side)));
      return made;
    } catch (error) {
      await made.city.end();
      throw error;
    }
  }

  person(role, side) {
    return this.people.find((one) => one.role.code === role && (!side || one.side === side));
  }

  async #organisations(roles) {
    const staffing = await Staffing.of(this.city);
    this.homes = new Map();
    this.branches = new Map();
    for (const kind of new Set(roles.map((role) => role.kind).filter((kind) => kind !== "platform")))
      for (const [side, { mark, region }] of Object.entries(sides))
        this.homes.set(`${kind}${side}`, await staffing.organisation(kind, `示例${kind}${mark}`, kind === "district_bureau" ? { region } : {}));
    for (const [side, { mark }] of Object.entries(sides))
      this.branches.set(side, await staffing.organisation("bank", `示例支行${mark}`, { parent: this.homes.get(`bank${side}`) }));
    this.platform = (await staffing.system.send("GET", "/organisations?kind=platform")).json.rows[0].id;
  }

  async #people(roles) {
    const given = { system_admin: this.staffing.system, security_admin: this.staffing.security };
    this.people = [];
    const wanted = roles.flatMap((role) => {
      if (given[role.code]) this.people.push(Object.assign(given[role.code], { role, side: "platform" }));
      if (given[role.code]) return [];
      return role.kind === "platform" ? [{ role, side: "platform", home: this.platform }]
        : Object.keys(sides).map((side) => ({ role, side, home: this.homes.get(`${role.kind}${side}`) }));
    });
    await Promise.all(wanted.map(async ({ role, side, home }, n) => {
      const mark = sides[side]?.mark ?? "";
      const person = await this.staffing.person(home, role.code, `person.${n}`, { name: `示例人员${n}${mark}`, phone: `1390000${String(n).padStart(4, "0")}` });
      this.people.push(Object.assign(person, { role, side }));
    }));
  }

  async #business(side) {
    const { mark, letters } = sides[side];
    const [clerk, reviewer] = [this.person("bank_clerk", side), this.person("bank_reviewer", side)];
    const row = (n, other) => note(n, { 借据号: `${letters}-${n}`, 合同号: `${letters}-HT-${n}`, 企业名称: `示例企业${n}${mark}`, 支行: `示例支行${mark}`,
      放款日期: "2026-08-01", 联系人: `示例联系人${mark}`, 联系电话: "13700001234", ...other });
    const first = side === "甲" ? 1 : 101;
    const rows = [0, 1, 2].map((n) => row(first + n, {}));
    // Only 甲 says on what ground the bureau may see its notes.
    const basis = side === "甲" ? { basis: "customer_authorisation" } : {};
    const partly = await this.imported(clerk, ledger_csv([...rows, row(first + 3, { "贷款余额（元）": "-5" })]), { data_date: "2026-09-30", ...basis });
    await done(clerk, `/imports/${partly.id}/apply`, { accept: "good_rows" }, { version: partly.version });
    await done(clerk, `/imports/${partly.id}/mend`, { corrections: [{ row: 5, field: "balance_fen", value: "1.00" }] });
    await this.imported(clerk, ledger_csv([row(first + 9, {})]), { data_date: "2026-06-30" });

    const answer = (await clerk.send("GET", "/returns?period=2026Q3")).json.rows[0].id;
    await done(clerk, `/returns/${answer}/fill`, { source: "ledger", edition: "final", cells: zeros, responsible: `示例负责人${mark}`, phone: "037100001234" });
    const frozen = await done(clerk, `/returns/${answer}/prepare`, {});
    const submitted = await clerk.send("POST", `/returns/${answer}/submit`, { body: { number: frozen.number, digest: frozen.digest } });
    if (submitted.status !== 202) throw new Error(submitted.text);
    if (side === "乙") return;
    const waiting = (await reviewer.send("GET", "/commands")).json.rows[0];
    await done(reviewer, `/commands/${waiting.id}/approve`, { password: chosen_password }, { version: waiting.version });
  }

  /** A ledger that somebody has entered. */
  async imported(clerk, bytes, terms) {
    const sent = await clerk.send("POST", "/files?name=ledger.csv", { body: bytes });
    if (sent.status !== 200) throw new Error(sent.text);
    return done(clerk, "/imports", { kind: "loan_ledger", digest: sent.json.digest, ...terms });
  }

  end() {
    return this.city.end();
  }
}
