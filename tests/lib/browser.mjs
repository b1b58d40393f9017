// A browser that complains: whatever a page writes to the console, every request that fails, every report
// of the content policy, everything axe finds and every sideways overflow becomes a line in `faults`.
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const flags = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export const desktop = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

/** Debian's Chromium under the packages of web/; `pictures` is where screenshots are kept. */
export async function open_browser({ source, pictures }) {
  const from_web = createRequire(path.join(source, "web/package.json"));
  const { chromium } = from_web("playwright-core");
  const axe = fs.readFileSync(from_web.resolve("axe-core/axe.min.js"), "utf8");
  const browser = await chromium.launch({
    executablePath: process.env.ZR_CHROMIUM ?? "/usr/bin/chromium",
    args: flags,
  });
  if (pictures) fs.mkdirSync(pictures, { recursive: true });
  return {
    /** A person at a screen of their own: no cookie, no history shared with another. */
    async visitor(base, name) {
      const context = await browser.newContext({ baseURL: base, viewport: desktop, locale: "zh-CN", acceptDownloads: true });
      context.setDefaultTimeout(90_000);
      await context.addInitScript(watch_policy);
      return new Visitor(context, await context.newPage(), { axe, name, pictures });
    },
    close: () => browser.close(),
  };
}

/** Runs in the page: keeps what the content policy refused. */
function watch_policy() {
  window.refused_by_policy = [];
  document.addEventListener("securitypolicyviolation", (event) => {
    window.refused_by_policy.push(`${event.effectiveDirective} ${event.blockedURI}`);
  });
}

/** Runs in the page, after axe: what it finds, a line each. */
async function audit(tags) {
  const found = await window.axe.run(document, { runOnly: tags, preload: false, resultTypes: ["violations"] });
  return found.violations.map((one) => `${one.id}: ${one.help} at ${one.nodes.map((node) => node.target.join(" ")).slice(0, 3).join(", ")}`);
}

/** Runs in the page: whether something still fades or slides to its place; what turns without end is no matter. */
function in_motion() {
  return document.getAnimations().some((one) => one.playState === "running" && one.effect?.getComputedTiming().endTime !== Infinity);
}

/** Runs in the page: how many pixels stick out at the right of the screen, and what does. */
function overflow() {
  const width = document.documentElement.clientWidth;
  const over = Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - width;
  if (over <= 0) return "";
  const wide = [...document.querySelectorAll("main *")].find((one) => one.getBoundingClientRect().right > width + 1);
  return `${over} px too wide${wide ? `: ${wide.tagName} ${wide.className}` : ""}`;
}

export class Visitor {
  faults = [];
  /** What is being looked at, for the words of a fault. */
  place = "";
  #asked = new Set();
  #expected = [];

  constructor(context, page, { axe, name, pictures }) {
    Object.assign(this, { context, page, axe, name, pictures });
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type()) && !this.#is_expected(message.location().url)) this.fault(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => this.fault(`thrown: ${error.message}`));
    const done = (request) => this.#asked.delete(request);
    page.on("request", (request) => {
      if (request.resourceType() !== "eventsource") this.#asked.add(request);
    });
    page.on("requestfinished", done);
    page.on("requestfailed", (request) => {
      done(request);
      // Leaving a page ends what it still asks.
      if (request.failure()?.errorText !== "net::ERR_ABORTED") this.fault(`failed: ${request.url()} ${request.failure()?.errorText}`);
    });
    page.on("response", (response) => {
      if (response.status() >= 400 && !this.#is_expected(response.url())) this.fault(`${response.status()}: ${response.request().method()} ${response.url()}`);
    });
  }

  fault(words) {
    this.faults.push(`${this.name} ${this.place}: ${words}`);
  }

  /** Refusals that a journey provokes on purpose: answers of a path under this beginning are no fault. */
  async expecting(beginning, action) {
    this.#expected.push(beginning);
    try {
      return await action();
    } finally {
      this.#expected.pop();
    }
  }
  #is_expected(url) {
    return this.#expected.some((beginning) => new URL(url, "http://x").pathname.startsWith(beginning));
  }

  async go(address) {
    this.place = address;
    await this.page.goto(address);
    await this.settled();
  }

  /** Nothing is asked any more, nothing says that it is loading, nothing moves. */
  async settled() {
    await this.page.locator("h1").first().waitFor();
    for (let quiet = 0, tries = 0; quiet < 3; tries += 1) {
      if (tries > 600) throw new Error(`${this.name} ${this.place}: never came to rest: ${[...this.#asked].map((one) => one.url())}`);
      await this.page.waitForTimeout(40);
      const loading = await this.page.locator("[data-loading]").count();
      const busy = this.#asked.size > 0 || loading > 0 || (await this.page.evaluate(in_motion));
      quiet = busy ? 0 : quiet + 1;
    }
  }

  async speak(language) {
    await this.page.evaluate((word) => localStorage.setItem("zhirong.language", word), language);
    await this.page.reload();
    await this.settled();
  }

  async sign_in(user, password) {
    await this.go("/");
    await this.page.locator("#user").fill(user);
    await this.page.locator("#password").fill(password);
    await this.page.locator("button[type=submit]").click();
    await this.page.locator("#user").waitFor({ state: "detached" });
    await this.settled();
  }

  /** Looks at the page as it stands, and keeps a picture of it. */
  async look(title) {
    const place = `${this.place} ${title}`;
    // From its top: a bar that stays in sight half covers whatever lies under it elsewhere.
    await this.page.evaluate(() => window.scrollTo(0, 0));
    await this.page.evaluate(this.axe);
    for (const found of await this.page.evaluate(audit, rules)) this.faults.push(`${this.name} ${place}: axe ${found}`);
    const wide = await this.page.evaluate(overflow);
    if (wide) this.faults.push(`${this.name} ${place}: ${wide}`);
    const reports = await this.page.evaluate(() => window.refused_by_policy.splice(0));
    for (const report of reports) this.faults.push(`${this.name} ${place}: policy ${report}`);
    if (this.pictures) {
      const file = `${this.name}${place}`.replace(/[^\w.-]+/g, "_");
      await this.page.screenshot({ path: path.join(this.pictures, `${file}.png`), fullPage: true, animations: "disabled" });
    }
  }

  /** The page as it stands, wide and narrow. */
  async look_wide_and_narrow(title) {
    for (const size of [desktop, phone]) {
      await this.page.setViewportSize(size);
      await this.settled();
      await this.look(`${title} ${size.width}`);
    }
    await this.page.setViewportSize(desktop);
    await this.settled();
  }

  /** A button by its words; an icon before them belongs to its name. */
  async press(words) {
    await this.page.getByRole("button", { name: new RegExp(`^(\\S+ )?${words}$`) }).first().click();
    await this.settled();
  }

  sees(text) {
    return this.page.getByText(text).first().waitFor();
  }

  close() {
    return this.context.close();
  }
}
