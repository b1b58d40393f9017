// Who includes whom: deps.txt is the only list. A module sees the modules its line names, of a
// context nothing but <context>/<context>.h, and a library only where its line names it; a program
// line names a folder that stands alone. Tests may also see their tools in tests/.
import { includes } from "./lib/cpp.mjs";
import { modules_of } from "./lib/deps.mjs";

/** Libraries by the names of deps.txt, and how their headers begin. */
const libraries = {
  boost_json: ["boost/json"],
  boost_asio: ["boost/asio", "boost/beast"],
  sqlite: ["sqlite3"],
  pq: ["libpq-fe.h", "libpq/"],
  openssl: ["openssl/"],
  sodium: ["sodium"],
  xlsxwriter: ["xlsxwriter"],
  zip: ["zip.h"],
  expat: ["expat"],
  cli: ["CLI/"],
  spdlog: ["spdlog/"],
  toml: ["toml++/", "toml.hpp"],
};
/** Open to every module: the language, the system, formatting; in tests their tools. */
const open_headers = /^([a-z_0-9]+|fmt\/.*|(sys|netinet|arpa|linux)\/.*|(unistd|fcntl|poll|dirent|netdb|signal|pthread|iconv|stdlib|string|strings|time)\.h)$/;
const test_headers = /^(doctest\/|rapidcheck)/;
const is_test = (path) => /(_test\.cpp|\/test_\w+\.h|_fixture\.h)$/.test(path);

function unknown_libraries(modules) {
  return [...modules].flatMap(([name, { line, owns }]) =>
    owns.filter((library) => !(library in libraries)).map((library) => `deps.txt:${line}: ${name} names the unknown library ${library}`));
}

function refuse_own(path, name, module, modules, include) {
  const [target, ...rest] = include.name.split("/");
  if (rest.length === 0) return `"${include.name}" without its module's name`;
  if (target === name || (target === "unit" && is_test(path))) return undefined;
  if (!module.uses.includes(target)) return `${name} may not include ${target} (deps.txt)`;
  const open = target === "lab" ? /^[a-z_]+\.h$/ : new RegExp(`^${target}\\.h$`);
  if (modules.get(target)?.context && !open.test(rest.join("/"))) {
    return `of ${target} only ${target}/${target}.h may be included, not ${include.name}`;
  }
  return undefined;
}

function refuse_library(path, name, module, include) {
  if (open_headers.test(include.name)) return undefined;
  if (test_headers.test(include.name)) {
    return is_test(path) ? undefined : `${include.name} outside a test`;
  }
  for (const [library, beginnings] of Object.entries(libraries)) {
    if (!beginnings.some((beginning) => include.name.startsWith(beginning))) continue;
    return module.owns.includes(library) ? undefined : `${name} may not see ${library} (deps.txt)`;
  }
  return `unknown library header <${include.name}>`;
}

export function check(tree) {
  const { modules, faults } = modules_of(tree.read("deps.txt"));
  const refused = [...faults, ...unknown_libraries(modules)];
  for (const path of tree.files) {
    const name = path.match(/^src\/([^/]+)\/.*\.(h|cpp)$/)?.[1];
    if (name === undefined) continue;
    const module = modules.get(name);
    if (module === undefined) {
      refused.push(`${path}: module ${name} is not in deps.txt`);
      continue;
    }
    for (const include of includes(tree.read(path))) {
      const fault = include.quoted
        ? refuse_own(path, name, module, modules, include)
        : refuse_library(path, name, module, include);
      if (fault) refused.push(`${path}:${include.line}: ${fault}`);
    }
  }
  return refused;
}
