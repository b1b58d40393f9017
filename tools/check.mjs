// node tools/check.mjs [NAME…]: the house rules that a script can refuse. Each checker first has to
// refuse its fixtures, word for word, then the whole tree has to pass it.
// A fixture is a small tree with refused.txt, the lines expected; an empty one must be accepted.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { fixture_text, fixture_tree, tree } from "./lib/tree.mjs";

const tools = dirname(fileURLToPath(import.meta.url));
const checkers = readdirSync(tools)
  .map((file) => file.match(/^check_(\w+)\.mjs$/)?.[1])
  .filter((name) => name !== undefined)
  .sort();

/** Fixtures that were not answered as their refused.txt says. */
function broken_fixtures(name, check) {
  const folder = join(tools, "fixtures", name);
  const cases = existsSync(folder) ? readdirSync(folder).sort() : [];
  const broken = [];
  for (const fixture of cases) {
    const root = join(folder, fixture);
    const expected = fixture_text(readFileSync(join(root, "refused.txt"), "utf8")).trim();
    const got = check(fixture_tree(root)).join("\n");
    if (got !== expected) broken.push(`fixture ${fixture}\n  expected:\n${expected}\n  got:\n${got}`);
  }
  if (!cases.some((fixture) => readFileSync(join(folder, fixture, "refused.txt"), "utf8").trim())) {
    broken.push("no fixture that it refuses");
  }
  return { count: cases.length, broken };
}

async function run(name) {
  const { check } = await import(`./check_${name}.mjs`);
  const { count, broken } = broken_fixtures(name, check);
  const refused = check(tree(dirname(tools)));
  for (const line of [...broken, ...refused]) console.log(`${name}: ${line}`);
  if (broken.length + refused.length === 0) console.log(`${name}: ok, ${count} fixtures`);
  return broken.length + refused.length === 0;
}

const asked = process.argv.slice(2);
for (const name of asked) {
  if (!checkers.includes(name)) throw new Error(`no checker ${name}; there are ${checkers.join(" ")}`);
}
let clean = true;
for (const name of asked.length > 0 ? asked : checkers) clean = (await run(name)) && clean;
process.exitCode = clean ? 0 : 1;
