// A return from the ledger, and one on behalf: `node quarter_ledger.mjs PROGRAM SOURCE ENGINE PICTURES`. The
// bank's figures come from its rows and open into them; the bureau types what another bank sent on paper,
// which that bank signs; the city's sum tells the part that rows back and what the ledger says by now.
import { open_browser } from "../lib/browser.mjs";
import { begin_city, chosen_password } from "../lib/city.mjs";
import { done, signed_in, Staffing } from "../lib/people.mjs";

const [program, source, engine, pictures] = process.argv.slice(2);
const clock = "2026-09-30T09:00";
const quarter_has_ended = "2026-10-01T09:00";

const columns = "借款人,统一社会信用代码,借据编号,贷款合同号,质押类型,担保方式,发放金额,期末余额,放款日,到期日,风险分类,逾期天数";
/** In 万元, as of the quarter's last day; the second firm owes `balance`. */
const ledger = (balance) => [
  "数据日期：2026年9月30日,,,,,,,,,,,单位：万元", columns,
  "示例企业一,91410100MA9DEM01X3,示借1,示合1,专利,纯知识产权质押,500,500,2026-07-06,2027-07-05,正常,0",
  `示例企业二,91410100MA9DEM0283,示借2,示合2,商标,知识产权质押+保证,300,${balance},2026-08-06,2027-08-05,关注,10`,
].join("\r\n");
/** What this ledger does not tell: no secured amounts, no postings. */
const typed = {
  "本季转入(追加知识产权质押)": "0", 本季核销: "0", 本季转出: "0", 以前各期更正净额: "0",
  "期末余额:纯知识产权质押": "500", "期末余额:知识产权加其他担保": "270",
};

async function people_of(city) {
  const staff = await Staffing.of(city);
  const bing = await staff.organisation("bank", "示例银行丙");
  await staff.person(bing, "bank_clerk", "bing.clerk");
  await staff.person(bing, "bank_reviewer", "bing.checker");
  const ding = await staff.organisation("bank", "示例银行丁");
  await staff.person(ding, "bank_clerk", "ding.clerk");
  await staff.person(await staff.organisation("city_bureau", "示例市市场监管局"), "bureau_handler", "handler");
}

async function import_ledger(city, balance) {
  const clerk = await signed_in(city, "bing.clerk");
  const file = await clerk.send("POST", `/files?name=${encodeURIComponent(`示例台账${balance}.csv`)}`, { body: Buffer.from(ledger(balance)) });
  const made = await done(clerk, "/imports", { kind: "loan_ledger", digest: file.json.digest, basis: "customer_authorisation", data_date: "2026-09-30" });
  await done(clerk, `/imports/${made.id}/apply`, { accept: "all" }, { version: made.version });
}

async function visit(browser, city, login, address) {
  const visitor = await browser.visitor(city.base, login);
  await visitor.sign_in(login, chosen_password);
  await visitor.go(address);
  return visitor;
}

async function open_only_return(visitor) {
  await visitor.page.locator('main a[href^="/returns/"]').first().click();
  await visitor.page.waitForURL(/\/returns\/\d+$/);
  await visitor.settled();
  visitor.place = "/returns/{id}";
}

async function file_by_rows(browser, city) {
  const clerk = await visit(browser, city, "bing.clerk", "/returns");
  const { page } = clerk;
  await open_only_return(clerk);
  await clerk.press("由台账取数");
  await clerk.sees("770.00");
  for (const [label, value] of Object.entries(typed)) await page.getByLabel(label, { exact: true }).fill(value);
  await clerk.press("保存");
  await clerk.sees("已保存");
  await clerk.look_wide_and_narrow("from the ledger");
  await clerk.press("冻结为第 1 版");
  await clerk.sees("第 1 版已冻结，待报送");
  await page.getByRole("button", { name: "770.00" }).first().click();
  await clerk.sees("示借2");
  await clerk.settled();
  await clerk.look_wide_and_narrow("rows behind a figure");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await clerk.press("报送第 1 版");
  await clerk.sees("已提交报送，等待第二人复核");
  const checker = await signed_in(city, "bing.checker");
  const [waiting] = (await checker.send("GET", "/commands")).json.rows;
  await done(checker, `/commands/${waiting.id}/approve`, { password: chosen_password }, { version: waiting.version });
  return clerk;
}

/** What came on paper: typed by the bureau, signed by the bank. */
async function enter_on_behalf(handler) {
  const { page } = handler;
  await handler.go("/returns");
  await page.getByRole("row").filter({ hasText: "示例银行丁" }).getByRole("link").click();
  await handler.settled();
  handler.place = "/returns/{id}";
  await handler.look_wide_and_narrow("on behalf, not begun");
  await handler.press("零报告");
  await handler.look_wide_and_narrow("on behalf");
  await page.getByLabel("负责人").fill("示例负责人");
  await handler.press("冻结为第 1 版");
  await handler.sees("第 1 版已冻结，待报送");
  await handler.sees("示例市市场监管局 代录");
  await handler.look_wide_and_narrow("waits for the bank");
  await handler.press("登记线下报送");
  await page.getByRole("dialog").waitFor();
  await handler.settled();
  await handler.look_wide_and_narrow("filed elsewhere");
  await page.keyboard.press("Escape");
}

/** The part that rows back, and what the ledger says since. */
async function see_differences(handler) {
  const { page } = handler;
  await handler.go("/figures");
  await handler.sees("100.00 %");
  await handler.look_wide_and_narrow("city");
  await page.getByRole("button", { name: "−20.00" }).first().click();
  await handler.sees("示借2");
  await handler.settled();
  await handler.look_wide_and_narrow("differences by note");
}

const city = await begin_city({ program, source, engine, clock });
const browser = await open_browser({ source, pictures });
const visitors = [];
try {
  await people_of(city);
  await city.restart(quarter_has_ended);
  await import_ledger(city, "270");
  visitors.push(await file_by_rows(browser, city));
  await import_ledger(city, "250");
  const handler = await visit(browser, city, "handler", "/todo");
  visitors.push(handler);
  await enter_on_behalf(handler);
  await see_differences(handler);
  await city.prove();
} finally {
  await browser.close();
  await city.end();
}
const faults = [...new Set(visitors.flatMap((visitor) => visitor.faults))];
for (const fault of faults) console.error(fault);
console.log(`${faults.length} faults on ${engine}`);
process.exit(faults.length > 0 ? 1 : 0);
