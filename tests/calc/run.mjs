// The calculators as a script meets them: `node run.mjs PROGRAM SOURCE NAME`. NAME.jsonl holds one
// question a line: {"ask": the question, or "raw": a line as it is, "answer": what must be in the
// answer, "exit": 0}. All go in as JSON Lines, then each alone, then each printed on many lines.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { difference } from "../lib/difference.mjs";

const [program, source, name] = process.argv.slice(2);
const cases = fs
  .readFileSync(path.join(source, "tests/calc", `${name}.jsonl`), "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line));

function calc(input) {
  const done = spawnSync(program, ["calc", name, "--data", path.join(source, "data")], {
    input,
    encoding: "utf8",
  });
  const lines = done.stdout.split("\n");
  if (lines.pop() !== "") throw new Error(`the last answer has no line end: ${done.stdout}`);
  return { lines, exit: done.status, error: done.stderr };
}

let failed = 0;
function judge(what, each, line, exit) {
  const found = line === undefined ? "no answer" : difference(each.answer, JSON.parse(line));
  const wanted = each.exit ?? 0;
  if (!found && exit === wanted) return;
  failed += 1;
  console.error(`FAILED ${what} ${JSON.stringify(each.ask ?? each.raw)}: ${found}\n  exit ${exit}, wanted ${wanted}\n  ${line}`);
}

const text_of = (each) => each.raw ?? JSON.stringify(each.ask);
const together = calc(cases.map(text_of).join("\n"));
if (together.lines.length !== cases.length) {
  failed += 1;
  console.error(`FAILED ${together.lines.length} lines for ${cases.length} questions`);
}
cases.forEach((each, n) => judge("as a line", each, together.lines[n], each.exit ?? 0));
const highest = Math.max(...cases.map((each) => each.exit ?? 0));
if (together.exit !== highest) {
  failed += 1;
  console.error(`FAILED exit ${together.exit} of all lines, wanted the highest, ${highest}`);
}

// One of each exit code alone, as one line and printed on many; what refuses it is told on both.
for (const code of [0, 1, 2]) {
  const each = cases.find((candidate) => candidate.ask && (candidate.exit ?? 0) === code);
  if (!each) continue;
  for (const input of [text_of(each), JSON.stringify(each.ask, null, 2) + "\n"]) {
    const alone = calc(input);
    judge("alone", each, alone.lines.length === 1 ? alone.lines[0] : undefined, alone.exit);
    if (code > 0) judge("on standard error", each, alone.error.trim(), alone.exit);
  }
}

/** What the program says on standard error when it refuses everything. */
function refused(args, input, options = {}) {
  const done = spawnSync(program, ["calc", ...args], { input, encoding: "utf8", ...options });
  return `${done.status} ${done.stderr === "" ? done.stdout : JSON.parse(done.stderr).code}`.trim();
}
/** The same for more bytes than a question may have, a file that takes no place. */
function refused_as_too_long() {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "zr-calc-")), "long");
  fs.writeFileSync(file, "");
  fs.truncateSync(file, (256 << 20) + 1);
  const told = refused([name], undefined, { stdio: [fs.openSync(file), "pipe", "pipe"] });
  fs.rmSync(path.dirname(file), { recursive: true });
  return told;
}
const wanted = [
  [refused_as_too_long(), "2 question_too_long"],
  [refused([name, "--data", path.join(source, "data")], " \n\n"), "2 no_question"],
  [refused(["fortune"], "{}"), "2 no_such_calculator"],
  [refused(["loan_class", "--data", path.join(source, "nowhere")], "{}"), "3 no_data"],
  // The tables that came with the program are found from any folder.
  [refused(["loan_class"], '{"overdue_days":0}', { cwd: "/" }), '0 {"class":"pass","because":[]}'],
];
for (const [got, expected] of wanted) {
  if (got === expected) continue;
  failed += 1;
  console.error(`FAILED ${got}, wanted ${expected}`);
}
console.log(`${cases.length} questions to ${name}, ${failed} wrong`);
process.exit(failed ? 1 : 0);
