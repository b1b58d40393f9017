// What is written from the command table is current: `node run.mjs PROGRAM SOURCE`. docs/openapi.json is
// what the program prints, the page's types are what that document makes of them. ./dev openapi writes both.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const [program, source] = process.argv.slice(2);
const committed = (file) => fs.readFileSync(path.join(source, file), "utf8");

/** The first line at which two texts part, for whoever wonders what changed. */
function parting(wanted, got) {
  const [a, b] = [wanted.split("\n"), got.split("\n")];
  const at = a.findIndex((line, index) => line !== b[index]);
  return `line ${at + 1}: ${a[at] ?? "(end)"}  /  ${b[at] ?? "(end)"}`;
}

const printed = execFileSync(program, ["openapi"], { encoding: "utf8", maxBuffer: 1 << 26 });
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "zr-openapi-"));
try {
  fs.writeFileSync(path.join(folder, "openapi.json"), printed);
  const types = path.join(folder, "api.gen.ts");
  const generator = path.join(source, "web/node_modules/openapi-typescript/bin/cli.js");
  execFileSync(process.execPath, [generator, path.join(folder, "openapi.json"), "-o", types], { stdio: "pipe" });
  const compared = { "docs/openapi.json": printed, "web/src/base/api.gen.ts": fs.readFileSync(types, "utf8") };
  const stale = Object.entries(compared).filter(([file, text]) => committed(file) !== text);
  for (const [file, text] of stale) console.error(`${file} is out of date (./dev openapi writes it)\n  ${parting(text, committed(file))}`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
