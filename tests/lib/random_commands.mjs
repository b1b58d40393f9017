// Random commands of the whole product, drawn from a seed and from what earlier ones answered; a good
// part of them is refused: stale versions, wrong offices, faulty fields, closed subjects, used keys.
import { credit_code, ledger_csv, note } from "./ledger_file.mjs";
import { chosen_password } from "./city.mjs";

const kinds = ["bank", "insurer", "guarantor", "appraiser", "ip_service", "park", "district_bureau", "enterprise", "castle"];
const regions = ["410102", "410103", "410105", "999999", undefined];
const days = ["2026-09-01", "2026-09-30", "2026-10-01", "2027-01-01", "2026-02-30"];
const spoilt = [
  { 统一社会信用代码: "91410100MA0000000X" }, { "贷款余额（元）": "-5" }, { "贷款余额（元）": "1e3" }, { "贷款余额（元）": "１，２３４．５０" },
  { 支行: "没有的支行" }, { 放款日期: "2026年2月30日" }, { 到期日期: "2025-01-01" }, { "贷款余额（元）": "9999999" }, { 五级分类: "还行" },
  { 五级分类: "次级", 逾期天数: "10" }, { 五级分类: "正常", 逾期天数: "200" }, { 质押物类型: "专利、商标" }, { 联系人: "示例联系人" },
];
const cells = ["balance_begin", "balance_end", "disbursed_q", "repaid_q", "loans_end", "households_end", "written_off_q",
  "transferred_in_q", "transferred_out_q", "prior_correction_q", "balance_patent", "no_such_cell"];
/** What agrees with itself, as a bank of one loan would fill it in. */
const whole_form = Object.fromEntries(["balance_begin", "balance_end", "balance_patent", "balance_pure_ip"].map((cell) => [cell, 50_000_000])
  .concat(["loans_end", "households_end"].map((cell) => [cell, 1]),
    ["disbursed_q", "transferred_in_q", "repaid_q", "written_off_q", "transferred_out_q", "prior_correction_q", "disbursed_ytd", "loans_disbursed_ytd",
      "households_disbursed_ytd", "households_disbursed_q", "balance_special_mention", "balance_substandard", "balance_doubtful", "balance_loss",
      "balance_trademark"].map((cell) => [cell, 0])));

/** Who signs second after whom. */
const checkers = { bank_clerk: "bank_reviewer", bureau_handler: "bureau_reviewer" };

export class RandomCommands {
  #dice;
  #n = 0;
  #sent = [];
  /** @param people {login, account, person, organisation, role} of those who act. */
  constructor(dice, people) {
    this.#dice = dice;
    this.people = people;
    this.organisations = [];
    this.accounts = [];
    this.files = [];
    this.imports = [];
    this.loans = [];
    this.returns = [];
    this.waiting = [];
    this.duties = [];
    this.notes = 0;
  }

  /** The next one: {as, path, body, version, key, learn}; its `file` is sent first and the digest filled in, its
      version looked up where it is `of` a waiting command; `publishes` where rules come into force by it; `done`
      is what the same was answered when it was done. */
  next() {
    this.#n += 1;
    const dice = this.#dice;
    const again = this.#sent.length > 0 && dice.chance(3) ? dice.one_of(this.#sent.slice(-200)) : undefined;
    if (again) {
      // The same key: with the same body the old answer, with another one a refusal.
      return dice.chance(50) ? { ...again, learn: undefined } : { ...again, body: { ...again.body, other: this.#n }, learn: undefined, done: undefined };
    }
    const made = this[dice.weighed(weights)]();
    made.key = `random ${this.#n}`;
    // Now and then whoever it is not for.
    if (dice.chance(4)) Object.assign(made, { as: dice.one_of(this.people).login, learn: undefined });
    if (dice.chance(2)) made.body = { ...made.body, surplus: 1 };
    if (!made.file) this.#sent.push(made);
    return made;
  }

  /** Somebody in that office, mostly at that organisation. */
  #as(role, home) {
    const all = this.people.filter((one) => one.role === role);
    const near = all.filter((one) => one.organisation === home);
    return this.#dice.one_of(near.length > 0 && this.#dice.chance(90) ? near : all).login;
  }
  /** Mostly the version that was last seen. */
  #seen(thing) {
    return this.#dice.chance(85) ? thing?.version : this.#dice.one_of([undefined, 1, 999_999]);
  }
  /** Mostly one that is known, preferably a late one. */
  #some(list) {
    const dice = this.#dice;
    return list.length > 0 && dice.chance(97) ? dice.one_of(dice.chance(70) ? list.slice(-20) : list) : { id: 12_345 };
  }
  #changes(thing, more = {}) {
    return (answer) => {
      if (answer.status === 200 && answer.json.version) thing.version = answer.json.version;
      if (answer.status === 202) this.waiting.push({ ...more, maker: answer.maker, id: answer.json.command });
    };
  }
  #keeps(list, more = {}) {
    return (answer) => {
      if (answer.status === 200) list.push({ ...more, id: answer.json.id, version: answer.json.version });
    };
  }

  organisation() {
    const dice = this.#dice;
    const body = { kind: dice.one_of(kinds), name: dice.chance(95) ? `示例机构${this.#n}` : "示例银行甲", region: dice.one_of(regions) };
    if (dice.chance(60)) body.parent = this.#some(dice.chance(80) ? this.organisations.filter((one) => one.kind === body.kind) : this.organisations).id;
    if (dice.chance(20)) body.uscc = dice.chance(70) ? credit_code(50_000_000 + this.#n) : "91410100MA0000000X";
    if (dice.chance(10)) body.effective = dice.one_of(days);
    return { as: "system", path: "/organisations", body, learn: this.#keeps(this.organisations, { kind: body.kind }) };
  }
  rename() {
    const thing = this.#some(this.organisations);
    const body = { name: `示例新名${this.#n}`, effective: this.#dice.one_of(days) };
    return { as: "system", path: `/organisations/${thing.id}/rename`, body, version: this.#seen(thing), learn: this.#changes(thing) };
  }
  close() {
    const thing = this.#some(this.organisations);
    const body = { effective: this.#dice.one_of(days), successor: this.#dice.chance(50) ? this.#some(this.organisations).id : undefined };
    return { as: "system", path: `/organisations/${thing.id}/close`, body, version: this.#seen(thing), learn: this.#changes(thing) };
  }
  person() {
    const body = { organisation: this.#some(this.organisations).id, name: `示例人员${this.#n}`, login: `random.${this.#n - this.#dice.below(2) * 7}`,
      password: this.#dice.chance(80) ? "Velvet-anchor-93-moss" : "short", phone: `1390000${String(this.#n % 10_000).padStart(4, "0")}` };
    return { as: "system", path: "/people", body, learn: this.#keeps(this.accounts) };
  }
  disable() {
    const thing = this.#some(this.accounts);
    return { as: "system", path: `/people/${thing.id}/disable`, body: {}, version: this.#seen(thing), learn: this.#changes(thing) };
  }
  erase() {
    // A person's id stands one below that of the account that was made with it.
    return { as: "system", path: `/people/${this.#some(this.accounts).id - 1}/erase`, body: {}, learn: this.#changes({}) };
  }
  grant() {
    const role = this.#dice.one_of(["bank_clerk", "bank_reviewer", "institution_admin", "bureau_handler", "auditor", "king"]);
    const path = this.#dice.chance(70) ? "/grants" : "/grants/withdraw";
    return { as: "security", path, body: { account: this.#some(this.accounts).id, role }, learn: this.#changes({}) };
  }
  staff() {
    const [verb, body] = this.#dice.one_of([["grant", { role: "bank_clerk" }], ["withdraw", { role: "bank_clerk" }], ["disable", {}]]);
    const thing = this.#some(this.accounts);
    return { as: this.#as("institution_admin"), path: `/staff/${thing.id}/${verb}`, body, version: this.#seen(thing), learn: this.#changes(thing) };
  }

  entering() {
    const dice = this.#dice;
    const rows = Array.from({ length: 1 + dice.below(5) }, () => {
      if (dice.chance(75)) this.notes += 1;
      const number = dice.chance(75) ? this.notes : 1 + dice.below(this.notes + 1);
      return note(number, { 支行: "", 联系人: "", ...(dice.chance(25) ? { "贷款余额（元）": String(dice.below(1_000_000)) } : {}), ...(dice.chance(15) ? dice.one_of(spoilt) : {}) });
    });
    const body = { kind: dice.chance(97) ? "loan_ledger" : "institutions", data_date: dice.one_of(["2026-06-30", "2026-09-30", "2026-09-30", "2027-01-31"]) };
    if (dice.chance(70)) body.basis = dice.one_of(["customer_authorisation", "fund_filing", "none"]);
    const by_bureau = dice.chance(15);
    if (by_bureau) Object.assign(body, { organisation: dice.one_of(this.people.filter((one) => one.role === "bank_clerk")).organisation, arrived_on: "2026-09-30" });
    const as = this.#as(by_bureau ? "bureau_handler" : "bank_clerk");
    const home = this.people.find((one) => one.login === as).organisation;
    return { as, path: "/imports", body, file: ledger_csv(rows), learn: this.#keeps(this.imports, { home }) };
  }
  import_step() {
    const dice = this.#dice;
    const thing = this.#some(this.imports);
    const [verb, body] = dice.weighed([
      [5, ["apply", { accept: "good_rows" }]], [2, ["apply", { accept: "all" }]], [1, ["discard", {}]], [1, ["confirm", {}]], [2, ["undo", {}]],
      [2, ["mend", { corrections: [{ row: 2 + dice.below(4), field: dice.one_of(["balance_fen", "class", "king"]), value: dice.one_of(["100.00", "关注", "0.001"]) }] }]],
      [1, ["map", { header_row: 1 + dice.below(2), unit: dice.one_of(["yuan", "wan"]) }]],
      [1, ["answer", { answers: [{ key: dice.one_of(["unit", "data_date", "missing"]), answer: "yuan" }] }]],
    ]);
    return { as: this.#as(this.people.find((one) => one.organisation === thing.home && one.role === "bureau_handler") ? "bureau_handler" : "bank_clerk", thing.home), path: `/imports/${thing.id}/${verb}`, body, version: this.#seen(thing), learn: this.#changes(thing) };
  }
  loan() {
    const thing = this.#some(this.loans);
    const [verb, body] = this.#dice.one_of([["set-basis", { basis: this.#dice.one_of(["fund_filing", undefined, "x"]) }], ["explain-class", { reason: `示例理由${this.#n}` }]]);
    return { as: this.#as("bank_clerk", thing.bank), path: `/loans/${thing.id}/${verb}`, body, version: this.#seen(thing), learn: this.#changes(thing) };
  }

  fill() {
    const dice = this.#dice;
    const body = { source: dice.one_of(["form", "form", "nil", "ledger"]), edition: dice.one_of(["preliminary", "final"]), responsible: "示例负责人", phone: "0371-00000000" };
    if (body.source === "form") body.cells = Object.fromEntries(Array.from({ length: dice.below(8) }, () => [dice.one_of(cells), dice.chance(90) ? dice.below(1000) * 100 : -1]));
    if (body.source === "form" && dice.chance(60)) body.cells = whole_form;
    if (dice.chance(10)) body.paper_date = "2026-10-01";
    const thing = this.#some(this.returns);
    return { as: this.#as(dice.chance(80) ? "bank_clerk" : "bureau_handler", thing.organisation), path: `/returns/${thing.id}/fill`, body };
  }
  prepare() {
    const thing = this.#some(this.returns);
    const learn = ({ status, json }) => status === 200 && Object.assign(thing, { number: json.number, digest: json.digest });
    return { as: this.#as("bank_clerk", thing.organisation), path: `/returns/${thing.id}/prepare`, body: {}, learn };
  }
  signing() {
    const thing = this.#some(this.returns);
    const body = { number: thing.number ?? 1, digest: thing.digest ?? "0".repeat(64) };
    const outside = this.#dice.chance(25) ? { channel: "paper", received: "2026-10-01T00:05:00.000000+08:00", receipt: "示例回执" } : undefined;
    return { as: this.#as("bank_clerk", thing.organisation), path: `/returns/${thing.id}/${outside ? "record-outside" : "submit"}`, body: { ...body, ...outside }, learn: this.#changes({}) };
  }
  receiving() {
    const thing = this.#some(this.returns);
    const [verb, more] = this.#dice.one_of([["accept", {}], ["send-back", { remark: "示例意见" }], ["send-back", { remarks: { loans_end: "示例意见" }, due: "2026-10-20" }]]);
    return { as: this.#as("regulator_officer"), path: `/returns/${thing.id}/${verb}`, body: { number: thing.number ?? 1, ...more } };
  }
  duty() {
    const thing = this.#some(this.duties);
    const [role, verb, body] = this.#dice.one_of([["bureau_handler", "urge", { remark: "示例催办" }], ["regulator_officer", "urge", {}], ["institution_admin", "assign", { person: this.#dice.one_of(this.people).person }], ["institution_admin", "assign", {}]]);
    return { as: this.#as(role), path: `/duties/${thing.id}/${verb}`, body, version: this.#seen(thing), learn: this.#changes(thing) };
  }
  rules() {
    const content = { days: [{ date: "2026-01-01", kind: "holiday", name: "元旦" }, { date: this.#dice.one_of(["2027-01-01", "2026-01-03"]), kind: "holiday", name: "元旦" }] };
    return { as: this.#as("bureau_handler"), path: "/rules/publish", body: { code: "calendar", effective: "2027-01-01", clause: `示例通知${this.#n}`, confidence: "source", content }, learn: this.#changes({}, { rules: true }) };
  }
  region() {
    const body = { valid_from: this.#dice.one_of(["2027-01-01", "2022-01-01"]), regions: [{ code: `R${this.#dice.below(5)}`, name: `示例区${this.#n}`, english: "Example District", kind: "district", short_name: "示例", tile_column: 1, tile_row: 1 + this.#dice.below(60) }] };
    return { as: this.#as("bureau_handler"), path: "/regions/publish", body, learn: this.#changes({}) };
  }
  decide() {
    const thing = this.#some(this.waiting.slice(-20));
    const maker = this.people.find((one) => one.login === thing.maker);
    const as = maker && this.#dice.chance(85) ? this.#as(checkers[maker.role] ?? "bank_reviewer", maker.organisation) : this.#dice.one_of(["security", "security", thing.maker ?? "system"]);
    if (this.#dice.chance(40)) return { as, path: `/commands/${thing.id}/return`, body: { remark: "示例退回" }, of: thing, learn: this.#changes(thing) };
    const password = this.#dice.chance(95) ? chosen_password : "not-the-password-1";
    return { as, path: `/commands/${thing.id}/approve`, body: { password }, of: thing, publishes: thing.rules, learn: this.#changes(thing) };
  }
}

/** How often each kind of command comes; those that hash a password are dear, hence rare. */
const weights = [
  [14, "organisation"], [8, "rename"], [3, "close"], [1, "person"], [1, "disable"], [1, "erase"], [3, "grant"], [2, "staff"],
  [12, "entering"], [18, "import_step"], [6, "loan"], [10, "fill"], [6, "prepare"], [5, "signing"], [4, "receiving"], [3, "duty"],
  [1, "rules"], [1, "region"], [2, "decide"],
];
