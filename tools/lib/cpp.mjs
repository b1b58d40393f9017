// Just enough of C++ for the checkers: comments and literals told from code, line by line kept.
const token = new RegExp(
  [
    String.raw`//[^\n]*`,
    String.raw`/\*[\s\S]*?\*/`,
    String.raw`R"([^()\\\s]{0,16})\([\s\S]*?\)\1"`,
    String.raw`"(?:[^"\\\n]|\\.)*"`,
    String.raw`(?<![0-9A-Fa-f])'(?:[^'\\\n]|\\.)+'`,
  ].join("|"),
  "g",
);

const blank = (text) => text.replace(/[^\n]/g, " ");
const is_comment = (text) => text.startsWith("//") || text.startsWith("/*");

/** The code with comments blanked out; literals stay. */
export const without_comments = (text) =>
  text.replace(token, (found) => (is_comment(found) ? blank(found) : found));

/** The code with comments and the insides of literals blanked out. */
export const code_only = (text) => text.replace(token, (found) => blank(found));

/** Every string literal: its text and the line it starts on. */
export function string_literals(text) {
  const found = [];
  for (const match of text.matchAll(token)) {
    if (is_comment(match[0]) || match[0].startsWith("'")) continue;
    const raw = match[0].match(/^R"([^()]*)\(([\s\S]*)\)\1"$/);
    found.push({ line: line_of(text, match.index), text: raw ? raw[2] : match[0].slice(1, -1) });
  }
  return found;
}

/** Counts from 1. */
export const line_of = (text, index) => text.slice(0, index).split("\n").length;

/** `#include` lines: the name and whether it stands in quotes. */
export function includes(text) {
  const lines = without_comments(text).split("\n");
  return lines.flatMap((line, n) => {
    const match = line.match(/^\s*#\s*include\s*(["<])([^">]+)[">]/);
    return match ? [{ line: n + 1, name: match[2], quoted: match[1] === '"' }] : [];
  });
}

const keywords = /^(if|for|while|switch|catch|else|do|try|namespace|class|struct|enum|union|extern)\b/;
const tail = /\)\s*(const|noexcept(\s*\([^()]*\))?|override|final|mutable|&&?|->[^;{}]*|requires[^;{}]*|\s)*$/;
const initialisers = /\)\s*(noexcept\s*)?:[^:][\s\S]*[)}]\s*$/;

/** What a brace opens, by the text before it: a function, a scope around functions, or a value. */
function opened_by(header) {
  const words = header.replace(/^[ \t]*#.*$/gm, "").trim();
  if (/^(inline\s+)?namespace\b/.test(words) || words === "" || words.startsWith("extern")) {
    return "scope";
  }
  if (/^(template\s*<[\s\S]*>\s*)?(class|struct|union|enum)\b/.test(words) && !tail.test(words)) {
    return "scope";
  }
  if (keywords.test(words)) return "scope";
  return tail.test(words) || initialisers.test(words) ? "function" : "value";
}

function name_of(header) {
  const words = header.replace(/^[ \t]*#.*$/gm, "");
  return words.match(/([\w~:]+|operator\s*\S+)\s*\(/)?.[1] ?? "a function";
}

/** Functions with a body: name, first line, number of lines. A lambda counts with its function. */
export function functions(text) {
  const code = code_only(text);
  const found = [];
  const open = [];
  let header_start = 0;
  for (let n = 0; n < code.length; ++n) {
    if (code[n] === "{") {
      const header = code.slice(header_start, n);
      const inside = open.some((brace) => brace.kind === "function");
      const kind = inside ? "value" : opened_by(header);
      const first = header_start + header.replace(/^[ \t]*#.*$/gm, blank).search(/\S/);
      open.push({ kind, header, first, header_start });
      if (kind === "scope" || kind === "function") header_start = n + 1;
    } else if (code[n] === "}") {
      const brace = open.pop();
      if (brace === undefined) break;
      if (brace.kind === "function") {
        const from = line_of(code, brace.first);
        found.push({ name: name_of(brace.header), line: from, lines: line_of(code, n) - from + 1 });
      }
      header_start = brace.kind === "value" ? brace.header_start : n + 1;
    } else if (code[n] === ";" && !open.some((brace) => brace.kind === "function")) {
      header_start = n + 1;
    }
  }
  return found;
}
