// A file that is mended outside the page: its clerk downloads it annotated, corrects the cells there and hands
// it in again, under the terms of the first; every row is good and goes into the books.
import fs from "node:fs";
import path from "node:path";
import { journey } from "../lib/journey.mjs";
import { ledger_csv, note } from "../lib/ledger_file.mjs";
import { Staffing } from "../lib/people.mjs";
import { unzip, zip } from "../lib/zip.mjs";

const wrong_grade = "示例等级";
const wrong_day = "2027-02-30";
const rows = [note(1), note(2, { 五级分类: wrong_grade }), note(3, { 到期日期: wrong_day }), note(4)];
const corrections = { [wrong_grade]: "正常", [wrong_day]: "2027-02-28" };

/** The annotated workbook, each wrong value of a cell replaced wherever the file writes it. */
function mended(bytes) {
  const entries = [...unzip(bytes)].map(([name, part]) => {
    let text = part.toString("utf8");
    for (const [wrong, right] of Object.entries(corrections)) text = text.replaceAll(`>${wrong}<`, `>${right}<`);
    return { name, bytes: text };
  });
  return zip(entries);
}

async function hand_in(visitor, file) {
  const { page } = visitor;
  await page.locator('input[type="file"]').first().setInputFiles(file);
  await visitor.sees(path.basename(file));
  const basis = page.getByRole("radio", { name: "客户授权" });
  if (await basis.count()) await basis.check();
  await visitor.look_wide_and_narrow("to be handed in");
  await page.getByRole("button", { name: "上传并核对" }).click();
  await page.getByRole("heading", { level: 1, name: path.basename(file) }).waitFor();
  await visitor.settled();
  visitor.place = "/imports/{id}";
}

async function say_data_date(visitor) {
  const asked = visitor.page.getByRole("region", { name: "请答复", exact: true });
  await asked.getByLabel("数据日期").fill("2026-09-30");
  await visitor.page.keyboard.press("Tab");
  await asked.getByRole("button", { name: "提交答复" }).click();
  await visitor.settled();
}

await journey({ clock: "2026-10-08T09:00" }, async (city, visit) => {
  const staff = await Staffing.of(city);
  await staff.person(await staff.organisation("bank", "示例银行甲"), "bank_clerk", "clerk");
  const first = path.join(city.folder, "示例台账.csv");
  fs.writeFileSync(first, ledger_csv(rows));
  const clerk = await visit("clerk");
  const { page } = clerk;
  await clerk.go("/imports/new");
  await hand_in(clerk, first);
  await say_data_date(clerk);
  await clerk.sees("错误 2");
  await clerk.look_wide_and_narrow("two rows are wrong");
  const [annotated] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "下载核对文件" }).click()]);
  const again = path.join(city.folder, "示例台账改好.xlsx");
  fs.writeFileSync(again, mended(fs.readFileSync(await annotated.path())));
  await page.getByRole("link", { name: "上传改好的文件" }).click();
  await page.getByRole("heading", { level: 1, name: "上传改好的文件" }).waitFor();
  await clerk.settled();
  clerk.place = "/imports/new";
  await hand_in(clerk, again);
  await clerk.sees("全部 4 行可以导入");
  await clerk.look_wide_and_narrow("all rows are good");
  await clerk.press("全部导入");
  await clerk.sees("全部行已导入");
  await clerk.go("/imports");
  await clerk.sees(path.basename(again));
  await clerk.look_wide_and_narrow("both files");
});
