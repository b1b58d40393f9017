// A ledger that came by mail is entered by the bureau for its bank. Nobody signs a return on its rows before
// the bank has confirmed them, or the bureau has put the bank's stamped scan beside them.
import fs from "node:fs";
import path from "node:path";
import { journey } from "../lib/journey.mjs";
import { ledger_csv, note } from "../lib/ledger_file.mjs";
import { Staffing } from "../lib/people.mjs";

const quarter_has_ended = "2026-10-01T09:00";
/** What a ledger does not tell. */
const typed = {
  "本季转入(追加知识产权质押)": "0", 本季核销: "0", 本季转出: "0", 以前各期更正净额: "0",
};
const lent_in_the_quarter = { 放款日期: "2026-08-03", 到期日期: "2027-08-02", "贷款余额（元）": "1000000.00" };
const unsigned = "代录，待确认";

async function people_of(city) {
  const staff = await Staffing.of(city);
  for (const [name, login] of [["示例银行甲", "jia"], ["示例银行乙", "yi"]]) {
    const bank = await staff.organisation("bank", name);
    await staff.person(bank, "bank_clerk", `${login}.clerk`);
    await staff.person(bank, "bank_reviewer", `${login}.checker`);
  }
  await staff.person(await staff.organisation("city_bureau", "示例市市场监管局"), "bureau_handler", "handler");
}

/** Answers the page of the import. */
async function enter(handler, city, bank, n) {
  const { page } = handler;
  const file = path.join(city.folder, `${bank}台账.csv`);
  fs.writeFileSync(file, ledger_csv([note(n, lent_in_the_quarter)]));
  await handler.go("/imports/new");
  await page.getByRole("combobox", { name: "数据所属机构" }).click();
  await page.getByTitle(bank).last().click();
  await page.getByLabel("收到日期").fill("2026-10-01");
  await page.keyboard.press("Tab");
  await page.locator('input[type="file"]').first().setInputFiles(file);
  await handler.sees(path.basename(file));
  await page.getByRole("radio", { name: "客户授权" }).check();
  await handler.look_wide_and_narrow("on behalf");
  await page.getByRole("button", { name: "上传并核对" }).click();
  await page.getByRole("heading", { level: 1, name: path.basename(file) }).waitFor();
  await handler.settled();
  handler.place = "/imports/{id}";
  const asked = page.getByRole("region", { name: "请答复", exact: true });
  await asked.getByLabel("数据日期").fill("2026-09-30");
  await page.keyboard.press("Tab");
  await asked.getByRole("button", { name: "提交答复" }).click();
  await handler.sees("全部 1 行可以导入");
  await handler.press("全部导入");
  await handler.sees("由市局代录：银行确认或附盖章扫描件之前，不能据以签署。");
  await handler.settled();
  await handler.look_wide_and_narrow("waits for its bank");
  return new URL(page.url()).pathname;
}

/** The return is taken from the rows and frozen, and cannot be handed in. */
async function refused_at_signing(clerk) {
  const { page } = clerk;
  await clerk.go("/returns");
  await page.locator('main a[href^="/returns/"]').first().click();
  await page.waitForURL(/\/returns\/\d+$/);
  await clerk.settled();
  clerk.place = "/returns/{id}";
  await clerk.press("由台账取数");
  for (const [label, value] of Object.entries(typed)) await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByLabel("负责人").fill("示例负责人");
  await page.getByLabel("联系电话").fill("0371-00000000");
  await clerk.press("冻结为第 1 版");
  await clerk.sees("第 1 版已冻结，待报送");
  await clerk.expecting("/api/v1/returns", () => clerk.press("报送第 1 版"));
  await clerk.sees("有代录的台账尚未由本行确认");
  await clerk.look_wide_and_narrow("not to be signed yet");
  return new URL(page.url()).pathname;
}

async function signed_now(clerk, way) {
  await clerk.go(way);
  clerk.place = "/returns/{id}";
  await clerk.press("报送第 1 版");
  await clerk.sees("已提交报送，等待第二人复核");
  await clerk.look_wide_and_narrow("waits for the second person");
}

async function confirm(clerk) {
  const { page } = clerk;
  await clerk.go("/todo");
  await clerk.sees("由市局代录，待银行确认或附盖章扫描件");
  await clerk.look_wide_and_narrow("to be confirmed");
  await page.getByRole("listitem").filter({ hasText: "由市局代录" }).getByRole("link", { name: /去办理/ }).click();
  await clerk.sees(unsigned);
  clerk.place = "/imports/{id}";
  await clerk.press("确认代录内容");
  await clerk.look_wide_and_narrow("confirming");
  await page.getByRole("dialog").getByRole("button", { name: "确认代录内容" }).click();
  await page.getByText(unsigned).waitFor({ state: "detached" });
  await clerk.settled();
  await clerk.look_wide_and_narrow("confirmed");
}

async function attach_scan(handler, entered) {
  const { page } = handler;
  await handler.go(entered);
  handler.place = "/imports/{id}";
  await handler.press("附盖章扫描件");
  const dialog = page.getByRole("dialog");
  const scan = { name: "示例盖章件.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n") };
  await dialog.locator('input[type="file"]').setInputFiles(scan);
  await handler.sees("示例盖章件.pdf");
  await handler.look_wide_and_narrow("attaching the scan");
  await dialog.getByRole("button", { name: "附盖章扫描件" }).click();
  await page.getByText(unsigned).waitFor({ state: "detached" });
  await handler.settled();
  await handler.look_wide_and_narrow("scan attached");
}

await journey({ clock: "2026-09-30T09:00" }, async (city, visit) => {
  await people_of(city);
  await city.restart(quarter_has_ended);
  const handler = await visit("handler");
  await enter(handler, city, "示例银行甲", 1);
  const of_yi = await enter(handler, city, "示例银行乙", 2);
  const jia = await visit("jia.clerk");
  const return_of_jia = await refused_at_signing(jia);
  await confirm(jia);
  await signed_now(jia, return_of_jia);
  const yi = await visit("yi.clerk");
  const return_of_yi = await refused_at_signing(yi);
  await attach_scan(handler, of_yi);
  await signed_now(yi, return_of_yi);
});
