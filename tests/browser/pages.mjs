// Opens every page that each role may open, in Chinese and English, wide and narrow, and every dialog of
// theirs: `node pages.mjs PROGRAM SOURCE ENGINE PICTURES`. Pages are found as a reader finds them, by
// following links from the menu, so that a new page is looked at without being listed here.
import fs from "node:fs";
import path from "node:path";
import { begin_city, chosen_password } from "../lib/city.mjs";
import { desktop, open_browser, phone } from "../lib/browser.mjs";
import { Client } from "../lib/client.mjs";

const [program, source, engine, pictures] = process.argv.slice(2);
const first_password = "Velvet-anchor-93-moss";
/** Reached from the person's own menu, which is a button. */
const own_pages = ["/sessions", "/password"];
const at_once = 2;

async function signed_in(base, login, password) {
  const client = new Client(base);
  await client.sign_in(login, password);
  return client;
}

async function done(client, target, body, version) {
  const answer = await client.send("POST", target, { body, version });
  if (answer.status >= 300) throw new Error(`${target} answered ${answer.status}: ${answer.text}`);
  return answer.json;
}

/** Roles of data/roles.csv, each with the first kind of organisation that may give it. */
function roles() {
  const lines = fs.readFileSync(path.join(source, "data/roles.csv"), "utf8").trim().split("\n").slice(1);
  return lines.map((line) => line.split(",")).map(([code, , , kinds]) => ({ code, kind: kinds.includes("bank ") ? "bank" : kinds.split(" ")[0] }));
}

/** One account for each role that init has not given, in an organisation of its kind. */
async function people_of(city) {
  const system = await signed_in(city.base, "system", chosen_password);
  const security = await signed_in(city.base, "security", chosen_password);
  const given = { system_admin: "system", security_admin: "security", audit_admin: "audit" };
  const homes = {};
  for (const { code, kind } of roles()) {
    if (given[code]) continue;
    homes[kind] ??= (await done(system, "/organisations", { kind, name: `示例机构 ${kind}`, region: "410105" })).id;
    const login = code.replaceAll("_", ".");
    const account = await done(system, "/people", { organisation: homes[kind], name: `示例人员${code}`, login, password: first_password });
    await done(security, "/grants", { account: account.id, role: code });
    given[code] = login;
  }
  await done(system, "/organisations", { kind: "bank", name: "示例银行支行", parent: homes.bank, region: "410105" });
  await something_waiting(system, homes.bank);
  return given;
}

/** A command that waits for the security administrator. */
async function something_waiting(system, bank) {
  const account = await done(system, "/people", { organisation: bank, name: "示例离职人员", login: "left", password: first_password });
  const row = (await system.send("GET", `/people?organisation=${bank}`)).json.rows.find((one) => one.id === account.id);
  await done(system, `/people/${row.id}/disable`, {}, row.version);
  await done(system, `/people/${row.person}/erase`, {});
}

/** /organisations/17/x is one page with /organisations/18/x. */
const shape_of = (address) => address.split("?")[0].replace(/\/\d+(?=\/|$)/g, "/{id}");

async function links(page) {
  const all = await page.locator('nav a[href^="/"], main a[href^="/"]').evaluateAll((found) =>
    found.filter((one) => !one.hasAttribute("download")).map((one) => one.getAttribute("href")));
  return all.filter((address) => !address.startsWith("/api/"));
}

/** The page as it stands, then every dialog that one of its buttons promises. */
async function look_at(visitor, title) {
  await visitor.look(title);
  const buttons = visitor.page.locator("main [aria-haspopup=dialog]:visible:enabled");
  const names = await buttons.evaluateAll((found) => found.map((one) => one.textContent || one.getAttribute("aria-label")));
  for (const name of [...new Set(names)].slice(0, 8)) {
    await buttons.nth(names.indexOf(name)).click();
    await visitor.page.getByRole("dialog").waitFor();
    await visitor.settled();
    await visitor.look(`${title} ${name}`);
    await visitor.page.keyboard.press("Escape");
    await visitor.page.getByRole("dialog").waitFor({ state: "detached" });
  }
}

/** What pages can do that is no dialog, done once by whoever may. */
const deeds = {
  async "/journal"({ page }) {
    await page.getByRole("button", { name: "核验记录链" }).click();
    await page.getByText("记录链完整").waitFor();
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "导出记录" }).click()]);
    const text = fs.readFileSync(await file.path(), "utf8");
    if (!text.includes('"action":"journal.export"')) throw new Error("the export does not end with itself");
  },
};

/** What a reader finds on a page: two roles that find the same need not both look in every shape. */
const contents = (page) =>
  page.locator("main").locator("h1, h2, th, dt, label, button, [role=combobox]").evaluateAll((found) =>
    [...new Set(found.map((one) => `${one.tagName} ${one.getAttribute("aria-label") ?? one.textContent}`))].sort().join("\n"));
const known = new Set();

async function look_in_every_shape(visitor) {
  await look_at(visitor, "zh 1440");
  const content = `${shape_of(visitor.place)}\n${await contents(visitor.page)}`;
  if (known.has(content)) return;
  known.add(content);
  await visitor.page.setViewportSize(phone);
  await visitor.settled();
  await look_at(visitor, "zh 390");
  await visitor.speak("en");
  await look_at(visitor, "en 390");
  await visitor.page.setViewportSize(desktop);
  await visitor.settled();
  await look_at(visitor, "en 1440");
  await visitor.speak("zh");
}

async function look_around(browser, base, role, login, password) {
  const visitor = await browser.visitor(base, role);
  try {
    await visitor.page.goto(base);
    await visitor.sign_in(login, password);
    const ways = [new URL(visitor.page.url()).pathname, ...own_pages];
    const seen = new Set(["/"]);
    while (ways.length > 0) {
      const address = ways.shift();
      if (seen.has(shape_of(address))) continue;
      seen.add(shape_of(address));
      await visitor.go(address);
      ways.push(...(await links(visitor.page)));
      await deeds[address]?.(visitor);
      await look_in_every_shape(visitor);
    }
    return { faults: visitor.faults, pages: [...seen] };
  } catch (error) {
    return { faults: [...visitor.faults, `${role} ${visitor.place}: ${error.message}`], pages: [] };
  } finally {
    await visitor.close();
  }
}

/** Whoever signs in with a password that somebody else knows gets nowhere before choosing another. */
async function first_sign_in(browser, base, login) {
  const visitor = await browser.visitor(base, "first password");
  const { page } = visitor;
  await visitor.go("/");
  for (const size of [desktop, phone]) {
    await page.setViewportSize(size);
    await visitor.look(`signed out ${size.width}`);
  }
  await visitor.expecting("/api/v1/session", () => wrong_password(visitor, login));
  await visitor.sign_in(login, first_password);
  visitor.place = "first password";
  await visitor.look("zh 390");
  await page.setViewportSize(desktop);
  await visitor.speak("en");
  await visitor.look("en 1440");
  await page.locator("#old_password").fill(first_password);
  await page.locator("#new_password").fill("short");
  await page.locator("#repeat").fill("other");
  await page.locator("button[type=submit]").click();
  await page.locator("[role=alert], .ant-form-item-explain-error").first().waitFor();
  await visitor.look("refused");
  await page.locator("#new_password").fill(chosen_password);
  await page.locator("#repeat").fill(chosen_password);
  await page.locator("button[type=submit]").click();
  await page.locator("#old_password").waitFor({ state: "detached" });
  await visitor.settled();
  await visitor.close();
  return visitor.faults;
}

async function wrong_password(visitor, login) {
  const { page } = visitor;
  await page.locator("#user").fill(login);
  await page.locator("#password").fill("not this one");
  await page.locator("button[type=submit]").click();
  await page.getByRole("alert").waitFor();
  await visitor.look("wrong password");
}

/** A quarter ends between the two, so that there are returns and duties to look at. */
const [before, after] = ["2026-09-30T09:00", "2026-10-01T00:10"];
const city = await begin_city({ program, source, engine, clock: before });
const browser = await open_browser({ source, pictures });
let faults = [];
try {
  const logins = Object.entries(await people_of(city));
  await city.restart(after);
  const administrators = new Set(["system", "security", "audit"]);
  faults = await first_sign_in(browser, city.base, logins.find(([, login]) => !administrators.has(login))[1]);
  for (const [, login] of logins.filter(([, one]) => !administrators.has(one)).slice(1)) {
    const client = await signed_in(city.base, login, first_password);
    await done(client, "/accounts/change-password", { old_password: first_password, new_password: chosen_password });
  }
  const work = async () => {
    while (logins.length > 0) {
      const [role, login] = logins.shift();
      const seen = await look_around(browser, city.base, role, login, chosen_password);
      faults.push(...seen.faults);
      console.log(`${role}: ${seen.pages.join(" ")}`);
    }
  };
  await Promise.all(Array.from({ length: at_once }, work));
} finally {
  await browser.close();
  await city.end();
}
for (const fault of [...new Set(faults)]) console.error(fault);
console.log(`${faults.length} faults on ${engine}`);
process.exit(faults.length > 0 ? 1 : 0);
