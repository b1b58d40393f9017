// SQL stands in its owner's store and schema and is one text for both engines: a statement
// elsewhere, a table without its owner's prefix, a wide table, an engine's own type or function
// are refused. Only db knows the engines. A store writes its own tables and reads those of the
// modules that its line of deps.txt names, but for a context's, which only that context reads.
import { line_of, string_literals } from "./lib/cpp.mjs";
import { modules_of } from "./lib/deps.mjs";

const column_limit = 25;
const statement = /^\s*(SELECT\s+\S|INSERT\s+INTO\s|UPDATE\s+\S+\s+SET\s|DELETE\s+FROM\s|CREATE\s+(TABLE|VIEW|UNIQUE|INDEX)\s|ALTER\s+TABLE\s|DROP\s+(TABLE|VIEW|INDEX)\s|WITH\s+(RECURSIVE\s+)?\w+[\s\S]*\bAS\s*\(|PRAGMA\s)/;
const engine_words = [
  [/\b(AVG|ROUND)\s*\(/i, "averages and rounding are C++'s"],
  [/\b(strftime|julianday|datetime|date_trunc|now|extract)\s*\(|\bCURRENT_(DATE|TIME|TIMESTAMP)\b|\bINTERVAL\s+'/i, "dates are C++'s"],
  [/\b(string_agg|group_concat)\s*\(/i, "texts are joined in C++"],
  [/\b(ILIKE|GLOB|IFNULL|LISTEN|NOTIFY)\b/, "one engine's own word"],
  [/\bFOR\s+UPDATE\b/, "rows are locked by the single writer"],
  [/\b(RETURNING|ON\s+CONFLICT)\b/, "only through db's helper"],
];

function* refuse_words(text) {
  for (const [pattern, why] of engine_words) {
    const found = text.match(pattern);
    if (found) yield { index: found.index, fault: `${found[0].trim()}: ${why}` };
  }
  for (const found of text.matchAll(/(\S+)\s+(NOT\s+)?LIKE\b/g)) {
    if (/\bpath$/.test(found[1])) continue; // a party's path is digits and slashes
    if (!/\)$/.test(found[1]) || !/\blower\s*\([^()]*\)$/.test(text.slice(0, found.index + found[1].length))) {
      yield { index: found.index, fault: "LIKE without lower(): the engines differ in case" };
    }
  }
}

/** The text between the parenthesis at `from` and its partner. */
function body_at(text, from) {
  let depth = 0;
  for (let n = from; n < text.length; ++n) {
    if (text[n] === "(") ++depth;
    if (text[n] === ")" && --depth === 0) return { text: text.slice(from + 1, n), end: n + 1 };
  }
  return { text: text.slice(from + 1), end: text.length };
}

function parts_of(body) {
  const parts = [""];
  let depth = 0;
  for (const letter of body) {
    if (letter === "(") ++depth;
    if (letter === ")") --depth;
    if (letter === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim());
}

function* refuse_table(name, sql, from) {
  const body = body_at(sql, from);
  const columns = parts_of(body.text).filter((part) => !/^(PRIMARY|FOREIGN|UNIQUE|CHECK|CONSTRAINT)\b/.test(part));
  if (columns.length > column_limit) {
    yield `${name} has ${columns.length} columns, more than ${column_limit}`;
  }
  for (const column of columns) {
    const [column_name, type = ""] = column.split(/\s+/);
    if (type !== "TEXT" && !/^\{\w+\}$/.test(type)) {
      yield `${name}.${column_name}: type ${type || "missing"}, only TEXT or a token of db`;
    }
  }
  if (!/^\s*\{strict\}/.test(sql.slice(body.end))) yield `${name} is not {strict}`;
}

function* refuse_schema(module, sql) {
  for (const found of sql.matchAll(/CREATE\s+(TABLE|VIEW|(?:UNIQUE\s+)?INDEX)\s+(?:IF\s+NOT\s+EXISTS\s+)?(\w+)\s*/g)) {
    const [whole, kind, name] = found;
    const prefix = kind === "VIEW" ? `${module}_v_` : `${module}_`;
    if (!name.startsWith(prefix)) {
      yield { index: found.index, fault: `${name} does not begin with ${prefix}` };
    }
    if (kind !== "TABLE") continue;
    const open = found.index + whole.length;
    for (const fault of refuse_table(name, sql, open)) yield { index: found.index, fault };
  }
  for (const found of sql.matchAll(/'(?:[^']|'')*'/g)) {
    if (found[0] === "''" && !/<>\s*$/.test(sql.slice(0, found.index))) {
      yield { index: found.index, fault: "'' in a schema: absent is NULL, CHECK (column <> '')" };
    }
  }
}

const without_sql_comments = (sql) => sql.replace(/--[^\n]*/g, (found) => " ".repeat(found.length));

/** A schema file's SQL pieces with the line each starts on. */
function schema_pieces(path, text) {
  if (path.endsWith(".sql")) return [{ line: 1, text: without_sql_comments(text) }];
  return string_literals(text).map((piece) => ({ ...piece, text: without_sql_comments(piece.text) }));
}

/** Tables of other modules that this store may not touch so. */
function* refuse_foreign(module, modules, text) {
  for (const found of text.matchAll(/\b(FROM|JOIN|INTO|UPDATE)\s+(([a-z]+)_\w+)/g)) {
    const [, word, table, owner] = found;
    if (owner === module || !modules.has(owner)) continue;
    const writes = word === "INTO" || word === "UPDATE" || /\bDELETE\s+$/.test(text.slice(0, found.index));
    const reads = modules.get(module)?.uses.includes(owner) && !modules.get(owner).context;
    if (writes) yield { index: found.index, fault: `${module} writes ${table}: a table is written by its owner alone` };
    else if (!reads) yield { index: found.index, fault: `${module} may not read ${table} (deps.txt)` };
  }
}

function* refuse_file(path, text, modules) {
  const [, module, file] = path.match(/^src\/([^/]+)\/(.*)$/);
  const is_schema = /^schema(\/.*|[^/]*\.(cpp|h))$/.test(file);
  if (is_schema) {
    for (const piece of schema_pieces(path, text)) {
      for (const { index, fault } of [...refuse_schema(module, piece.text), ...refuse_words(piece.text)]) {
        yield { line: piece.line + line_of(piece.text, index) - 1, fault };
      }
    }
    return;
  }
  const is_store = /^store[^/]*\.(cpp|h)$/.test(file);
  for (const literal of string_literals(text)) {
    if (!is_store && statement.test(literal.text)) {
      yield { line: literal.line, fault: "SQL outside the store" };
    } else if (is_store) {
      for (const { index, fault } of [...refuse_words(literal.text), ...refuse_foreign(module, modules, literal.text)]) {
        yield { line: literal.line + line_of(literal.text, index) - 1, fault };
      }
    }
  }
}

export function check(tree) {
  const refused = [];
  const { modules } = modules_of(tree.read("deps.txt"));
  for (const path of tree.files) {
    if (!/^src\/[^/]+\/.*\.(cpp|h|sql)$/.test(path)) continue;
    if (path.startsWith("src/db/") || (path.endsWith("_test.cpp") && !/\/store/.test(path))) continue;
    const faults = [...refuse_file(path, tree.read(path), modules)].sort((a, b) => a.line - b.line);
    refused.push(...faults.map(({ line, fault }) => `${path}:${line}: ${fault}`));
  }
  return refused;
}
