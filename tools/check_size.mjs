// A file fits a head (400 lines), a function a screen (70). Generated files and the web page's
// dictionaries are exempt, and the offline verifier, which promises an auditor to be one file.
// Functions are measured in C++ only.
import { functions } from "./lib/cpp.mjs";

const file_limit_lines = 400;
const function_limit_lines = 70;
const measured = /^(dev|\.ci\/run|CMakeLists\.txt|(src|web\/src|web\/scripts|tests|bench|tools|cmake|ops)\/.*(\.(cpp|h|ts|tsx|mjs|sh|sql|cmake|css)|\/[^./]+))$/;
const exempt = /(^src\/verify\/zhirong_verify\.cpp|\.gen\.[a-z]+|(^|\/)web\/src\/base\/text\/.*)$/;

export function check(tree) {
  const refused = [];
  for (const path of tree.files) {
    if (!measured.test(path) || exempt.test(path)) continue;
    const text = tree.read(path);
    const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
    if (lines > file_limit_lines) {
      refused.push(`${path}: ${lines} lines, more than ${file_limit_lines}`);
    }
    if (!/\.(cpp|h)$/.test(path)) continue;
    for (const found of functions(text)) {
      if (found.lines > function_limit_lines) {
        refused.push(`${path}:${found.line}: ${found.name} has ${found.lines} lines, more than ${function_limit_lines}`);
      }
    }
  }
  return refused;
}
