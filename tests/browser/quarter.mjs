// The quarterly return as its people live it: `node quarter.mjs PROGRAM SOURCE ENGINE PICTURES`. A clerk
// fills it in, freezes and submits it, the checker signs with a password, the clerk finds the receipt;
// another bank files nil in two clicks and sees nothing of the first; bureau and regulator see who has
// filed and the city's sum, others only what may be shown; the record is whole.
import { open_browser } from "../lib/browser.mjs";
import { begin_city, chosen_password } from "../lib/city.mjs";
import { Staffing } from "../lib/people.mjs";

const [program, source, engine, pictures] = process.argv.slice(2);
const clock = "2026-09-30T09:00";
const quarter_has_ended = "2026-10-01T09:00";
/** Typed in 万元 and in numbers, by the label of the input. */
const figures = {
  期初贷款余额: "50", 本季发放: "30", "本季转入(追加知识产权质押)": "0", 本季收回: "0", 本季核销: "0",
  本季转出: "0", 以前各期更正净额: "0", 期末贷款余额: "80", 期末贷款笔数: "3", 期末贷款户数: "4",
  当年累计发放金额: "30", 当年累计发放笔数: "1", 当年累放贷款户数: "1", 本季发放户数: "1",
  "期末余额:专利": "80", "期末余额:纯知识产权质押": "80",
  关注类余额: "0", 次级类余额: "0", 可疑类余额: "0", 损失类余额: "0",
};
const calendar_of_2027 = "2027-01-01,holiday,元旦\n2027-02-08,holiday,春节";

async function people_of(city) {
  const staff = await Staffing.of(city);
  const person = async (kind, name, roles) => {
    const home = await staff.organisation(kind, name);
    for (const [role, login] of roles) await staff.person(home, role, login);
  };
  await person("bank", "示例银行甲", [["bank_clerk", "jia.clerk"], ["bank_reviewer", "jia.checker"]]);
  await person("bank", "示例银行乙", [["bank_clerk", "yi.clerk"], ["bank_reviewer", "yi.checker"]]);
  await person("city_bureau", "示例市市场监管局", [["bureau_handler", "handler"], ["bureau_reviewer", "reviewer"]]);
  await person("regulator", "示例监管局", [["regulator_officer", "officer"]]);
  await person("financial_bureau", "示例市金融局", [["financial_officer", "finance"]]);
}

/** From the to-do list to the return that is due. */
async function open_due_return(visitor) {
  await visitor.go("/todo");
  await visitor.look_wide_and_narrow("duties");
  await visitor.page.getByRole("link", { name: /去办理/ }).first().click();
  await visitor.page.waitForURL(/\/returns\/\d+$/);
  await visitor.settled();
  visitor.place = "/returns/{id}";
  return new URL(visitor.page.url()).pathname;
}

/** The bank's own table names no unit, so the page asks; what it cannot read is typed. */
async function upload_own_table(visitor) {
  const { page } = visitor;
  const [unread, ...lines] = Object.entries(figures);
  const table = ["项目,金额", `${unread[0]},约${unread[1]}万`, ...lines.map((line) => line.join(","))].join("\n");
  await page.locator('input[type="file"]').first().setInputFiles({ name: "自有报表.csv", mimeType: "text/csv", buffer: Buffer.from(table) });
  await visitor.sees("没有写明金额单位，请选择元或万元");
  await visitor.look_wide_and_narrow("own table without a unit");
  await page.getByRole("radio", { name: "万元", exact: true }).check();
  await visitor.settled();
  await visitor.sees(`已填入 ${lines.length} 项，1 项未读入`);
  await visitor.look_wide_and_narrow("own table");
  await page.getByLabel(unread[0], { exact: true }).fill(unread[1]);
}

async function fill_in(visitor) {
  const { page } = visitor;
  await visitor.press("自行填写");
  await upload_own_table(visitor);
  await page.getByLabel("负责人").fill("示例负责人");
  await page.getByLabel("联系电话").fill("0371-00000000");
  await visitor.press("保存");
  await visitor.sees("强制性 V4");
  await visitor.look_wide_and_narrow("a rule broken");
  await visitor.expecting("/api/v1/returns", () => visitor.press("冻结为第 1 版"));
  await page.getByRole("alert").filter({ hasText: "V4" }).first().waitFor();
  await visitor.look_wide_and_narrow("freezing refused");
  await page.getByLabel("期末贷款户数", { exact: true }).fill("3");
  await visitor.press("冻结为第 1 版");
  await visitor.sees("第 1 版已冻结，待报送");
  await visitor.look_wide_and_narrow("frozen");
}

async function file_by_form(browser, city) {
  const clerk = await browser.visitor(city.base, "jia.clerk");
  await clerk.sign_in("jia.clerk", chosen_password);
  const way = await open_due_return(clerk);
  await clerk.look_wide_and_narrow("not begun");
  await fill_in(clerk);
  await clerk.press("报送第 1 版");
  await clerk.sees("已提交报送，等待第二人复核");
  await clerk.look_wide_and_narrow("waiting");
  return { clerk, way };
}

async function check_return(browser, city, login) {
  const checker = await browser.visitor(city.base, login);
  await checker.sign_in(login, chosen_password);
  await checker.go("/todo");
  await checker.page.getByRole("link", { name: "查看内容" }).click();
  await checker.sees("内容摘要");
  await approve(checker);
  return checker;
}

/** What waits is signed with the password. */
async function approve(checker) {
  await checker.go("/todo");
  await checker.page.getByRole("button", { name: /^复核 / }).click();
  await checker.page.getByRole("dialog").waitFor();
  await checker.settled();
  await checker.look_wide_and_narrow("to be signed");
  await checker.page.getByLabel("您的登录密码").fill(chosen_password);
  await checker.page.getByRole("dialog").getByRole("button", { name: "复核", exact: true }).click();
  await checker.sees("已复核，事项生效");
  await checker.settled();
}

async function find_receipt(clerk, way) {
  await clerk.go(way);
  clerk.place = "/returns/{id}";
  await clerk.sees("已报送，回执如上");
  await clerk.sees("按期");
  await clerk.look_wide_and_narrow("receipt");
  await clerk.speak("en");
  await clerk.look_wide_and_narrow("receipt en");
  await clerk.speak("zh");
  const [file] = await Promise.all([
    clerk.page.waitForEvent("download"),
    clerk.page.getByRole("link", { name: "电子表格" }).click(),
  ]);
  if (!file.suggestedFilename().endsWith(".xlsx")) clerk.fault(`the workbook is called ${file.suggestedFilename()}`);
  await clerk.go("/todo");
  await clerk.sees("没有到期或将到期的事项");
}

/** Another bank finds its own return only, and files nil in two clicks. */
async function file_nil(browser, city, foreign) {
  const clerk = await browser.visitor(city.base, "yi.clerk");
  await clerk.sign_in("yi.clerk", chosen_password);
  await clerk.go("/returns");
  await clerk.look_wide_and_narrow("own returns");
  if (await clerk.page.getByText("示例银行甲").count()) clerk.fault("sees the return of another bank");
  await clerk.expecting("/api/v1/returns", () => clerk.go(foreign));
  clerk.place = "/returns/{foreign}";
  await clerk.sees("没有找到");
  await clerk.go("/todo");
  await clerk.sees("2026-10-01 催办");
  await open_due_return(clerk);
  await clerk.press("零报告");
  await clerk.press("报送第 1 版");
  await clerk.sees("已提交报送，等待第二人复核");
  return clerk;
}

async function urge(browser, city) {
  const handler = await browser.visitor(city.base, "handler");
  await handler.sign_in("handler", chosen_password);
  await handler.go("/duties");
  await handler.look_wide_and_narrow("open duties");
  await handler.page.getByRole("button", { name: /^催办：.*示例银行乙$/ }).click();
  await handler.page.getByRole("dialog").waitFor();
  await handler.page.getByLabel("催办意见").fill("请尽快报送");
  await handler.page.getByRole("dialog").getByRole("button", { name: "催办", exact: true }).click();
  await handler.sees("已办理");
  await handler.settled();
  await handler.page.getByRole("button", { name: /^经过：.*示例银行乙$/ }).click();
  await handler.sees("请尽快报送");
  await handler.look_wide_and_narrow("history of a duty");
  return handler;
}

/** Both see every bank, the sum and each part of it. */
async function see_the_city(visitor) {
  await visitor.go("/returns");
  await visitor.sees("按期报送");
  for (const bank of ["示例银行甲", "示例银行乙"]) await visitor.sees(bank);
  await visitor.sees("2 / 2");
  await visitor.look_wide_and_narrow("board");
  await visitor.go("/figures");
  await visitor.sees("80.00");
  await visitor.look_wide_and_narrow("city");
  await visitor.page.getByText("各行", { exact: true }).click();
  await visitor.sees("示例银行甲");
  await visitor.look_wide_and_narrow("city by bank");
}

async function send_back_and_accept(officer, way) {
  const { page } = officer;
  await officer.go(way);
  officer.place = "/returns/{id}";
  await officer.press("退回");
  await page.getByRole("dialog").getByLabel("逐项意见").click();
  await page.getByTitle("期末贷款笔数").click();
  await page.getByRole("dialog").getByLabel("期末贷款笔数", { exact: true }).fill("笔数与附表不符");
  await officer.look_wide_and_narrow("sending back");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "放弃" }).click();
  await page.getByRole("dialog").first().waitFor({ state: "detached" });
  await officer.press("接受");
  await page.getByRole("dialog").getByRole("button", { name: "接受" }).click();
  await officer.sees("监管部门已接受");
  await officer.look_wide_and_narrow("accepted");
}

/** The calendar of the next year, pasted, waits for a second person. */
async function draft_calendar(handler) {
  const { page } = handler;
  await handler.go("/rules");
  await handler.look_wide_and_narrow("sets");
  await page.getByRole("link", { name: "工作日历" }).click();
  await handler.settled();
  handler.place = "/rules/{id}";
  await handler.press("起草新版本");
  await handler.press("粘贴多行");
  await page.getByLabel(/^每行一条/).fill(calendar_of_2027);
  await handler.press("加入 2 行");
  await handler.look_wide_and_narrow("draft");
  await handler.press("发布");
  await page.getByRole("dialog").getByLabel("生效日期").fill("2026-10-01");
  await page.keyboard.press("Tab");
  await page.locator(".ant-picker-dropdown:visible").waitFor({ state: "detached" });
  await handler.look_wide_and_narrow("publishing");
  await page.getByRole("dialog").getByRole("button", { name: "提交" }).click();
  await handler.sees("已提交，等待第二人复核");
}

/** The checker sees what would change before signing it. */
async function check_calendar(browser, city) {
  const reviewer = await browser.visitor(city.base, "reviewer");
  await reviewer.sign_in("reviewer", chosen_password);
  await reviewer.go("/todo");
  await reviewer.page.getByRole("link", { name: "查看内容" }).click();
  await reviewer.sees("2027-02-08");
  reviewer.place = "/rules/drafts/{id}";
  await reviewer.look_wide_and_narrow("what would change");
  await approve(reviewer);
  await reviewer.go("/rules");
  await reviewer.sees("2026-10-01");
  return reviewer;
}

async function see_little(browser, city) {
  const finance = await browser.visitor(city.base, "finance");
  await finance.sign_in("finance", chosen_password);
  await finance.go("/figures");
  if (await finance.page.getByText("80.00").count()) finance.fault("shows a line of one bank");
  await finance.look_wide_and_narrow("withheld");
  return finance;
}

async function prove(browser, city) {
  const audit = await browser.visitor(city.base, "audit");
  await audit.sign_in("audit", chosen_password);
  await audit.go("/journal");
  await audit.press("核验记录链");
  await audit.sees("记录链完整");
  return audit;
}

const city = await begin_city({ program, source, engine, clock });
const browser = await open_browser({ source, pictures });
const visitors = [];
const came = (visitor) => (visitors.push(visitor), visitor);
try {
  await people_of(city);
  await city.restart(quarter_has_ended);
  const { clerk, way } = await file_by_form(browser, city);
  came(clerk);
  came(await check_return(browser, city, "jia.checker"));
  await find_receipt(clerk, way);
  const handler = came(await urge(browser, city));
  came(await file_nil(browser, city, way));
  came(await check_return(browser, city, "yi.checker"));
  await see_the_city(handler);
  await draft_calendar(handler);
  came(await check_calendar(browser, city));
  const officer = came(await browser.visitor(city.base, "officer"));
  await officer.sign_in("officer", chosen_password);
  await see_the_city(officer);
  await send_back_and_accept(officer, way);
  came(await see_little(browser, city));
  came(await prove(browser, city));
} finally {
  await browser.close();
  await city.end();
}
const faults = [...new Set(visitors.flatMap((visitor) => visitor.faults))];
for (const fault of faults) console.error(fault);
console.log(`${faults.length} faults on ${engine}`);
process.exit(faults.length > 0 ? 1 : 0);
