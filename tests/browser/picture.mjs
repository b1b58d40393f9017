// The pictures of the READMEs: `node picture.mjs PROGRAM SOURCE ENGINE PICTURES`. The demo city of one day,
// the same on every machine, and three of its desks as their people find them; docs/ keeps two of them.
import { execFile } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { open_browser } from "../lib/browser.mjs";
import { ended, serve } from "../lib/city.mjs";

const [program, source, engine, pictures] = process.argv.slice(2);
const day = "2026-09-30";
/** What a page of a README carries without being slow to open. */
const most_bytes = 300 * 1024;
const screen = { width: 1360, height: 850 };

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "zr-picture-"));
const db = `sqlite:${folder}/city.db`;
const data = path.join(source, "data");

/** The passwords by login, as the program prints them. */
async function made_city() {
  const { stdout } = await promisify(execFile)(program, [
    "demo", "--db", db, "--key", `${folder}/key`, "--anchors", `${folder}/anchors`,
    "--files", `${folder}/files`, "--data", data, "--today", day, "--seed", "7",
  ]);
  return Object.fromEntries(stdout.split("\n").map((line) => line.split("\t").slice(1, 3)));
}

const desks = [
  { login: "regulator", picture: "city", open: (visitor) => visitor.go("/figures") },
  { login: "bank1.clerk", picture: "import", open: (visitor) => follow(visitor, "/imports", /有错待修改/) },
  { login: "bank1.clerk", picture: "return", open: (visitor) => follow(visitor, "/returns", /2026 年第 2 季度/) },
];

async function follow(visitor, list, name) {
  await visitor.go(list);
  await visitor.page.getByRole("link", { name }).click();
  await visitor.page.waitForURL(/\/\d+$/);
  await visitor.settled();
}

async function take(browser, base, passwords, { login, picture, open }) {
  const visitor = await browser.visitor(base, login);
  await visitor.page.setViewportSize(screen);
  await visitor.sign_in(login, passwords[login]);
  await open(visitor);
  const file = path.join(pictures, `picture-${picture}.png`);
  await visitor.page.screenshot({ path: file, animations: "disabled" });
  const { size } = fs.statSync(file);
  if (size > most_bytes) visitor.fault(`the picture has ${size} bytes, more than ${most_bytes}`);
  await visitor.close();
  return visitor.faults;
}

const faults = [];
const browser = await open_browser({ source, pictures });
let server;
try {
  const passwords = await made_city();
  server = await serve(program, db, source, folder, ["--demo", "--clock", `${day}T09:00`]);
  for (const desk of desks) faults.push(...(await take(browser, server.base, passwords, desk)));
} finally {
  await browser.close();
  if (server) {
    server.child.kill("SIGTERM");
    await ended(server.child);
  }
  fs.rmSync(folder, { recursive: true, force: true });
}
for (const fault of faults) console.error(fault);
console.log(`${desks.length} pictures, ${faults.length} faults on ${engine}`);
process.exit(faults.length > 0 ? 1 : 0);
