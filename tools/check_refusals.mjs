// Every ground of refusal is met by some test: a story or script that expects its code, or a C++ test that
// names its constant or code. Codes that no test meets yet stand in a list that may only become shorter.
import { code_only, line_of, string_literals, without_comments } from "./lib/cpp.mjs";

const list = "tests/untested_refusals.txt";
const is_test = (path) => /(_test\.cpp|\/test_\w+\.h|_fixture\.h)$/.test(path);
const is_script = (path) => /^tests\/.*\.(story|mjs)$/.test(path) || /^web\/src\/.*\.test\.tsx?$/.test(path);
const declaration = /\bRefusal\s+(\w+)\s*\{\s*"(\w+)"/g;

/** The grounds of the program: code, constant and where it stands. */
function grounds_of(tree) {
  return tree.files.filter((path) => /^src\/.*\.(h|cpp)$/.test(path) && !is_test(path)).flatMap((path) => {
    const text = without_comments(tree.read(path));
    return [...text.matchAll(declaration)].map((found) => ({ constant: found[1], code: found[2], place: `${path}:${line_of(text, found.index)}` }));
  });
}

/** The codes that a literal may name: alone, or among others if no plain word looks like it. */
const codes_in = (literal) => (/^\w+$/.test(literal) ? [literal] : (literal.match(/\w+/g) ?? []).filter((word) => word.includes("_")));

/** What a test says of grounds: literals, and in C++ constants; neither what it is called nor what it declares. */
function named_in(path, text) {
  if (path.endsWith(".story")) {
    const answers = text.split("\n").filter((line) => !line.trim().startsWith("#")).map((line) => line.split("→")[1] ?? "");
    return [...answers.join("\n").matchAll(/"(\w+)"/g)].map((found) => found[1]);
  }
  if (is_script(path)) return [...without_comments(text).matchAll(/(["'`])(.*?)\1/g)].flatMap((found) => codes_in(found[2]));
  const said = text.replace(declaration, "").replace(/\b(TEST_CASE|SUBCASE)\("[^"]*"/g, "$1(");
  return [...string_literals(said).flatMap((literal) => codes_in(literal.text)), ...(code_only(said).match(/\b[a-z]\w*\b/g) ?? [])];
}

export function check(tree) {
  const named = new Set(tree.files.filter((path) => is_test(path) || is_script(path)).flatMap((path) => named_in(path, tree.read(path))));
  const grounds = grounds_of(tree);
  const untested = tree.files.includes(list) ? tree.read(list).split("\n").filter((line) => line !== "" && !line.startsWith("#")) : [];
  const known = new Set(grounds.map(({ code }) => code));
  const met = new Set(grounds.filter(({ code, constant }) => named.has(code) || named.has(constant)).map(({ code }) => code));
  const refused = grounds.filter(({ code }) => !met.has(code) && !untested.includes(code)).map(({ code, place }) => `${place}: no test meets ${code}`);
  for (const code of untested) {
    if (!known.has(code)) refused.push(`${list}: ${code} is no code of the program`);
    else if (met.has(code)) refused.push(`${list}: a test meets ${code}, take it off`);
  }
  return refused;
}
