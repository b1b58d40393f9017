// A bank's own administrator invites a colleague and gives the role of clerk; with the password that was handed
// over nothing can be done but replace it, and then the new person stands at a desk of their own.
import assert from "node:assert/strict";
import { chosen_password } from "../lib/city.mjs";
import { journey } from "../lib/journey.mjs";
import { Staffing } from "../lib/people.mjs";

/** Answers the password drawn on the page. */
async function invite(admin) {
  const { page } = admin;
  await admin.go("/people");
  await admin.press("添加人员");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("姓名").fill("示例新人");
  await dialog.getByLabel("登录名").fill("newcomer");
  await admin.press("随机生成");
  const password = await dialog.getByLabel("初始密码").inputValue();
  await admin.look_wide_and_narrow("inviting");
  await dialog.getByRole("button", { name: "提交" }).click();
  await dialog.waitFor({ state: "detached" });
  await admin.sees("newcomer");
  return password;
}

async function give_role(admin) {
  const { page } = admin;
  await page.getByRole("button", { name: "对 示例新人 的操作" }).click();
  await page.getByRole("menuitem", { name: "授予角色" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox").click();
  await page.getByTitle("经办人（银行）").last().click();
  await admin.look_wide_and_narrow("giving a role");
  await dialog.getByRole("button", { name: "授予角色" }).click();
  await dialog.waitFor({ state: "detached" });
  await admin.settled();
  await page.getByRole("row").filter({ hasText: "newcomer" }).getByText("经办人（银行）").waitFor();
  await admin.look_wide_and_narrow("invited");
}

async function replace_password(newcomer, handed_over) {
  const { page } = newcomer;
  await newcomer.sees("首次登录，请先设置自己的密码");
  await newcomer.look_wide_and_narrow("first sign-in");
  assert.equal(await page.getByRole("navigation").count(), 0);
  const type = async (fresh) => {
    await page.getByLabel("管理员交给您的初始密码").fill(handed_over);
    await page.getByLabel("新密码", { exact: true }).fill(fresh);
    await page.getByLabel("再次输入新密码").fill(fresh);
    await newcomer.press("设置密码");
  };
  await newcomer.expecting("/api/v1/accounts", () => type("newcomer-newcomer"));
  await page.getByRole("alert").first().waitFor();
  assert.equal(await page.getByText("不得为常见密码，不得包含登录名").count(), 1, "weakness is said once");
  await newcomer.look_wide_and_narrow("weak password");
  await type(chosen_password);
}

await journey({ clock: "2026-10-08T09:00" }, async (city, visit) => {
  const staff = await Staffing.of(city);
  await staff.person(await staff.organisation("bank", "示例银行甲"), "institution_admin", "admin");
  const admin = await visit("admin");
  const handed_over = await invite(admin);
  await give_role(admin);
  const newcomer = await visit("newcomer", handed_over);
  await replace_password(newcomer, handed_over);
  await newcomer.page.getByRole("heading", { level: 1, name: "待办与复核" }).waitFor();
  await newcomer.settled();
  newcomer.place = "/todo";
  await newcomer.look_wide_and_narrow("desk of the new person");
  await newcomer.page.getByRole("link", { name: "数据导入" }).waitFor();
  await newcomer.speak("en");
  await newcomer.look_wide_and_narrow("desk of the new person en");
});
