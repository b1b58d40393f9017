// `rules/` holds pure functions on values: dates, money and tables come in as arguments. Whatever
// reads the world, writes to it or rounds in binary is refused there.
import { code_only, includes } from "./lib/cpp.mjs";

const headers = [
  [/^(fstream|filesystem|cstdio|unistd\.h|fcntl\.h|sys\/)/, "files"],
  [/^random$/, "randomness"],
  [/^(ctime|time\.h)$/, "the clock"],
  [/^(iostream|spdlog\/)/, "logging"],
  [/^(db|http|journal|app)\//, "the database or the server"],
];
const words = [
  [/\b(system_clock|steady_clock|high_resolution_clock|clock_gettime|gettimeofday|localtime\w*|gmtime\w*)\b/, "the clock"],
  [/(?<![\w.>])(std::)?time\s*\(\s*(NULL|nullptr|0)\s*\)/, "the clock"],
  [/\b(fopen|ifstream|ofstream|fstream|std::filesystem|getenv)\b/, "files"],
  [/\b(s?rand\s*\(|random_device|mt19937\w*|getrandom|randombytes\w*)/, "randomness"],
  [/\b(spdlog|std::(cout|cerr|clog)|f?printf\s*\(|fmt::print|puts\s*\()/, "logging"],
  [/\b(float|double)\b/, "floating point"],
];

export function check(tree) {
  const refused = [];
  for (const path of tree.files) {
    if (!/^src\/[^/]+\/rules\/.*\.(h|cpp)$/.test(path)) continue;
    const text = tree.read(path);
    for (const { line, name } of includes(text)) {
      for (const [pattern, what] of headers) {
        if (pattern.test(name)) refused.push(`${path}:${line}: ${what} in rules (${name})`);
      }
    }
    code_only(text)
      .split("\n")
      .forEach((line, n) => {
        if (/^\s*#/.test(line)) return;
        for (const [pattern, what] of words) {
          const found = line.match(pattern);
          if (found) refused.push(`${path}:${n + 1}: ${what} in rules (${found[0].trim()})`);
        }
      });
  }
  return refused;
}
