// A bank's own ledger goes in through the page: `node ledger_file.mjs PROGRAM SOURCE ENGINE PICTURES`. The
// file is as somebody keeps it (title above the header, 万元, own order of columns, a totals row) with one
// fault of each kind; it is mended in the table, answered, applied, and every loan is looked at.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { begin_city, chosen_password } from "../lib/city.mjs";
import { desktop, open_browser, phone } from "../lib/browser.mjs";
import { done, Staffing } from "../lib/people.mjs";

const [program, source, engine, pictures] = process.argv.slice(2);

const columns = ["序号", "经办支行", "借款人", "统一社会信用代码", "借据编号", "贷款合同号", "质押类型", "担保方式", "发放金额", "期末余额", "放款日", "到期日", "风险分类", "逾期天数", "所属区县", "客户经理手机"];
/** A row by its columns in their order; what a test is not about is the same everywhere. */
const row = (number, { branch = "示例银行甲高新支行", code, right = "专利", amount = "100", balance = "100", from = "2026-07-06", to = "2027-07-05", grade = "正常", overdue = "0" }) =>
  [number, branch, `示例企业${number}`, code, `示借${number}`, `示合${number}`, right, "知识产权质押", amount, balance, from, to, grade, overdue, "中原区", "13800000000"];
const sheet = (day, rows, totals) =>
  [["示例银行甲知识产权质押贷款台账"], [`数据日期：${day}`, "", "", "单位：万元"], columns, ...rows, totals].map((cells) => cells.join(",")).join("\r\n");

const june = sheet("2026年6月30日", [
  row(1, { branch: "示例银行甲金水支行", code: "91410100MA9DEM01X3", amount: "500", balance: "400", from: "2026-01-05", to: "2027-01-04" }),
  row(2, { code: "91410100MA9DEM0283", right: "商标", amount: "300", balance: "300", from: "2026-02-05", to: "2027-02-04" }),
  row(3, { code: "91410100MA9DEM036X", amount: "200", balance: "100", from: "2026-03-05", to: "2027-03-04" }),
], ["合计", "", "", "", "", "", "", "", "1000", "800"]);

/** Row 4 is the first of data. Note 3 is missing, note 1 has another amount. */
const september = sheet("2026年9月30日", [
  row(1, { branch: "示例银行甲金水支行", code: "91410100MA9DEM01X3", amount: "600", balance: "350", from: "2026-01-05", to: "2027-01-04" }),
  row(2, { code: "91410100MA9DEM028O", right: "商标", amount: "300", balance: "250", from: "2026-02-05", to: "2027-02-04" }),
  row(4, { branch: "示例银行甲高薪支行", code: "91410100MA9DEM044Q", right: "专利、商标" }),
  row(5, { code: "91410100MA9DEM052K", from: "2026-06-31" }),
  row(6, { code: "91410100MA9DEM060E", amount: "1.2亿", balance: "9000" }),
  row(7, { code: "91410100MA9DEM079B", to: "2026-07-05" }),
  row(8, { code: "91410100MA9DEM0876", amount: "100", balance: "1000" }),
  row(9, { code: "91410100MA9DEM0951", grade: "优良" }),
  row(10, { code: "91410100MA9DEM108N", from: "2026-05-06", overdue: "95" }),
], ["合计", "", "", "", "", "", "", "", "13600", "11050"]);

/** What is planted, by row and column, and what is typed there; "" takes the suggestion. */
const faults = [
  { row: 5, column: "统一社会信用代码", says: "18位", typed: "91410100MA9DEM0283" },
  { row: 6, column: "分支机构", says: "没有这一分支机构", typed: "" },
  { row: 7, column: "放款日期", says: "应为存在的日期", typed: "2026-06-30" },
  { row: 8, column: "放款金额", says: "请只写数字", typed: "" },
  { row: 9, column: "到期日期", says: "到期日期早于放款日期", typed: "2027-07-05" },
  { row: 10, column: "贷款余额", says: "贷款余额大于放款金额", typed: "100" },
  { row: 11, column: "五级分类", says: "不在可选范围内", typed: "正常" },
];

async function people(city) {
  const staff = await Staffing.of(city);
  const bank = await staff.organisation("bank", "示例银行甲", { region: "410105" });
  await staff.organisation("bank", "示例银行甲金水支行", { parent: bank, region: "410105" });
  await staff.organisation("bank", "示例银行甲高新支行", { parent: bank, region: "410102" });
  const clerk = await staff.person(bank, "bank_clerk", "clerk");
  await staff.person(bank, "bank_reviewer", "reviewer");
  await staff.person(await staff.organisation("regulator", "示例监管分局"), "regulator_officer", "officer");
  await staff.person(await staff.organisation("city_bureau", "示例市市场监督管理局"), "bureau_handler", "handler");
  return clerk;
}

/** What the ledger knows beforehand. */
async function import_june(clerk) {
  const file = await clerk.send("POST", `/files?name=${encodeURIComponent("示例台账6月.csv")}`, { body: Buffer.from(june) });
  const made = await done(clerk, "/imports", { kind: "loan_ledger", digest: file.json.digest, basis: "customer_authorisation", data_date: "2026-06-30" });
  const applied = await done(clerk, `/imports/${made.id}/apply`, { accept: "all" }, { version: made.version });
  assert.equal(applied.created, 3);
}

/** In both languages, wide and narrow. */
async function look_in_every_shape(visitor, title) {
  await visitor.look(`${title} zh 1440`);
  await visitor.page.setViewportSize(phone);
  await visitor.settled();
  await visitor.look(`${title} zh 390`);
  await visitor.speak("en");
  await visitor.look(`${title} en 390`);
  await visitor.page.setViewportSize(desktop);
  await visitor.settled();
  await visitor.look(`${title} en 1440`);
  await visitor.speak("zh");
}

const shown = async (page, text) => page.getByText(text, { exact: false }).first().waitFor();

async function hand_in(visitor, file) {
  const { page } = visitor;
  await page.getByRole("link", { name: "数据导入" }).click();
  await page.getByRole("link", { name: "导入文件" }).click();
  await page.locator('input[type="file"]').setInputFiles(file);
  await shown(page, path.basename(file));
  const [template] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "下载模板" }).click()]);
  assert.ok(fs.statSync(await template.path()).size > 1000);
  // The basis is insisted on: that there is none would be an answer too.
  await page.getByRole("button", { name: "上传并核对" }).click();
  await shown(page, "请填写报送依据");
  await visitor.look("basis asked");
  await page.getByRole("radio", { name: "客户授权" }).check();
  await page.getByRole("button", { name: "上传并核对" }).click();
  await page.getByRole("heading", { level: 1, name: path.basename(file) }).waitFor();
  await visitor.settled();
  visitor.place = "import";
}

async function see_faults(page) {
  for (const { row, column, says } of faults) {
    const found = page.getByRole("row").filter({ has: page.getByRole("textbox", { name: `第 ${row} 行${column}` }) });
    assert.ok((await found.textContent()).includes(says), `row ${row}: ${await found.textContent()}`);
  }
  await page.getByText(`错误 ${faults.length}`).waitFor();
}

async function mend(visitor) {
  const { page } = visitor;
  await page.getByRole("button", { name: "采纳第 6 行分支机构的建议：示例银行甲高新支行" }).click();
  await page.getByText(`错误 ${faults.length - 1}`).waitFor();
  for (const { row, column, typed } of faults.filter((one) => one.typed)) {
    const box = page.getByRole("textbox", { name: `第 ${row} 行${column}` });
    await box.fill(typed);
    await box.press("Enter");
  }
  await page.getByText("错误 1", { exact: true }).waitFor();
  await page.getByRole("button", { name: "采纳全部建议" }).click();
  await page.getByText("错误 0").waitFor();
  await visitor.settled();
}

async function answer(visitor) {
  const { page } = visitor;
  const [questions, conflicts] = ["请答复", "与台账不一致"].map((name) => page.getByRole("region", { name, exact: true }));
  assert.equal(await questions.getByLabel("数据日期").inputValue(), "2026-09-30");
  await questions.getByRole("radio", { name: "已结清" }).check();
  await questions.getByRole("button", { name: "提交答复" }).click();
  await page.getByText("有 1 个问题待答复").waitFor();
  await conflicts.getByRole("radio", { name: "保留台账记载" }).check();
  await conflicts.getByRole("button", { name: "提交答复" }).click();
  await page.getByText("全部 9 行可以导入").waitFor();
  await visitor.settled();
}

async function apply(visitor) {
  const { page } = visitor;
  const [annotated] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "下载核对文件" }).click()]);
  assert.ok(annotated.suggestedFilename().endsWith(".xlsx"));
  await page.getByRole("button", { name: "全部导入" }).click();
  await page.getByText("已导入 9 行：新增 7，变更 2，留下 0").waitFor();
  await page.getByText("全部行已导入").waitFor();
  await visitor.settled();
}

/** Every loan of the file stands in the list, by borrower, disbursed amount, balance and state. */
async function see_loans(visitor) {
  const { page } = visitor;
  await page.getByRole("link", { name: "查看贷款台账" }).click();
  await page.getByRole("heading", { level: 1, name: "贷款台账" }).waitFor();
  await visitor.settled();
  visitor.place = "loans";
  const amounts = { 1: "500.00350.00", 2: "300.00250.00", 3: "200.000.00", 4: "100.00100.00", 6: "12,000.009,000.00", 8: "100.00100.00" };
  for (let number = 1; number <= 10; ++number) {
    const found = page.getByRole("row").filter({ has: page.getByRole("link", { name: `示借${number}`, exact: true }) });
    const text = await found.textContent();
    assert.ok(text.includes(amounts[number] ?? "100.00100.00"), text);
    assert.ok(text.includes(number === 3 ? "已结清" : number === 10 ? "逾期" : "未结清"), text);
  }
  const better = page.getByRole("row").filter({ has: page.getByRole("link", { name: "示借10", exact: true }) });
  assert.ok((await better.textContent()).includes("次级 待说明理由"), await better.textContent());
}

/** The page of the one whose class is better than its overdue days allow: explained, and both axes. */
async function explain(visitor) {
  const { page } = visitor;
  await page.getByRole("link", { name: "示借10", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "示例企业10" }).waitFor();
  await visitor.settled();
  visitor.place = "loan";
  await look_in_every_shape(visitor, "unexplained");
  // The contact is masked until somebody says why it is looked at.
  await shown(page, "个人信息，不显示");
  await page.getByLabel("查看理由").fill("示例：回访");
  await page.getByRole("button", { name: "查看个人信息" }).click();
  await shown(page, "13800000000");
  await page.getByRole("button", { name: "说明分类理由" }).click();
  await page.getByRole("textbox", { name: "分类理由" }).fill("示例：逾期款项已于次日收到");
  await page.getByRole("dialog").getByRole("button", { name: "提交" }).click();
  await page.getByText("已说明理由").waitFor();
  await visitor.settled();
}

async function history(visitor) {
  const { page } = visitor;
  await visitor.go("/loans?text=" + encodeURIComponent("示借1"));
  await page.getByRole("link", { name: "示借1", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "示例企业1" }).waitFor();
  await visitor.settled();
  visitor.place = "loan";
  const said = page.getByRole("region", { name: "历史" });
  assert.equal(await said.locator("time").count(), 2);
  await visitor.go(`${new URL(page.url()).pathname}?as_of=2026-06-30&known_at=now`);
  await page.getByText("400.00").first().waitFor();
  await visitor.look("in June");
}

/** Whoever reads sees the loan and nothing to press; personal values stay with the bank. */
async function read_only(browser, city, login) {
  const visitor = await browser.visitor(city.base, login);
  const { page } = visitor;
  await visitor.sign_in(login, chosen_password);
  await visitor.go("/loans");
  await look_in_every_shape(visitor, "list");
  await page.getByRole("link", { name: "示借10", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "示例企业10" }).waitFor();
  await visitor.settled();
  await shown(page, "个人信息，不显示");
  assert.equal(await page.getByRole("button", { name: "说明分类理由" }).count(), 0);
  await visitor.look("page");
  await visitor.close();
  return visitor.faults;
}

/** A file whose header nobody knows: somebody says where it is and what its columns are, then gives it up. */
async function name_columns(visitor, folder) {
  const { page } = visitor;
  const file = path.join(folder, "示例无表头.csv");
  fs.writeFileSync(file, "甲,乙\n示例企业1,示借1\n");
  await hand_in(visitor, file);
  await page.getByText("没有认出表头").waitFor();
  await page.getByRole("button", { name: "表头与单位" }).click();
  await page.getByRole("textbox", { name: "表头所在行" }).fill("1");
  await visitor.look("header asked");
  await page.getByRole("dialog").getByRole("button", { name: "提交" }).click();
  await page.getByRole("combobox", { name: "甲读作" }).click();
  await page.getByTitle("企业名称").last().click();
  await page.getByText("识别 1 列，原样保留 1 列").waitFor();
  await visitor.settled();
  await look_in_every_shape(visitor, "columns named");
  await page.getByRole("button", { name: "放弃", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "放弃" }).click();
  await page.getByText("已放弃，没有导入任何行").waitFor();
  await visitor.settled();
}

/** Taking an import back is asked by one and done by another, whose approval the first one sees. */
async function undo(visitor, browser, city) {
  const { page } = visitor;
  await visitor.go("/imports");
  await visitor.look("list");
  await page.getByRole("link", { name: "示例台账9月.csv" }).click();
  await page.getByRole("button", { name: "撤销导入" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "撤销导入" }).click();
  await page.getByText("已提交，等待第二人复核").waitFor();
  await visitor.settled();
  const second = await browser.visitor(city.base, "reviewer");
  await second.sign_in("reviewer", chosen_password);
  await second.go("/todo");
  await second.page.getByRole("button", { name: "复核 撤销导入" }).click();
  await second.page.getByLabel("您的登录密码").fill(chosen_password);
  await second.page.getByRole("dialog").getByRole("button", { name: "复核" }).click();
  await page.getByText("已撤销，导入的内容不再生效").waitFor();
  await visitor.settled();
  await visitor.look("undone");
  await second.close();
  return second.faults;
}

const city = await begin_city({ program, source, engine, clock: "2026-10-08T09:00" });
const browser = await open_browser({ source, pictures });
const faults_found = [];
try {
  const clerk = await people(city);
  await import_june(clerk);
  const file = path.join(city.folder, "示例台账9月.csv");
  fs.writeFileSync(file, september);
  const visitor = await browser.visitor(city.base, "clerk");
  await visitor.sign_in("clerk", chosen_password);
  await hand_in(visitor, file);
  await see_faults(visitor.page);
  await look_in_every_shape(visitor, "as it came");
  await mend(visitor);
  await answer(visitor);
  await look_in_every_shape(visitor, "mended");
  await apply(visitor);
  await visitor.look("applied");
  await see_loans(visitor);
  await look_in_every_shape(visitor, "list");
  await explain(visitor);
  await history(visitor);
  await name_columns(visitor, city.folder);
  faults_found.push(...(await read_only(browser, city, "officer")), ...(await read_only(browser, city, "handler")));
  faults_found.push(...(await undo(visitor, browser, city)), ...visitor.faults);
  await visitor.close();
  await city.prove();
} finally {
  await browser.close();
  await city.end();
}
for (const fault of [...new Set(faults_found)]) console.error(fault);
console.log(`${faults_found.length} faults on ${engine}`);
process.exit(faults_found.length > 0 ? 1 : 0);
