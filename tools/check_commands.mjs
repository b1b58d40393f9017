// Every command of the API (docs/openapi.json) can be given by somebody and is given by some story: a role of
// data/roles.csv holds it, where it takes four eyes another right to check it is held too, and a line of
// tests/stories sends it.
import { read_csv } from "./lib/csv.mjs";

/** What everybody does with what is their own; no role holds it. */
const own = new Set(["accounts.change-password", "sessions.end"]);

function commands_of(tree) {
  const api = JSON.parse(tree.read("docs/openapi.json"));
  return Object.entries(api.paths).flatMap(([path, methods]) => Object.entries(methods)
    .filter(([, operation]) => operation["x-eyes"])
    .map(([method, operation]) => ({ name: operation.operationId, eyes: operation["x-eyes"], method: method.toUpperCase(), path: path.replace(/^\/api\/v1/, "") })));
}

const rights_held = (tree) => new Set(read_csv(tree.read("data/roles.csv")).flatMap((role) => role.actions.split(" ")));

/** "POST /loans/7/set-basis" as stories send it. */
function sent(tree) {
  const lines = tree.files.filter((path) => /^tests\/stories\/.*\.story$/.test(path)).flatMap((path) => tree.read(path).split("\n"));
  return [...new Set(lines.map((line) => line.match(/^(POST|PUT|PATCH|DELETE) [^\s?]+/)?.[0]).filter(Boolean))];
}

const pattern = ({ method, path }) => new RegExp(`^${method} ${path.replace(/\{\w+\}/g, "[^/]+")}$`);

export function check(tree) {
  const held = rights_held(tree);
  const lines = sent(tree);
  const refused = [];
  for (const command of commands_of(tree)) {
    if (!own.has(command.name) && !held.has(command.name)) refused.push(`data/roles.csv: no role may ${command.name}`);
    if (command.eyes === 4 && !held.has(`${command.name}/check`)) refused.push(`data/roles.csv: no role may check ${command.name}`);
    if (!lines.some((line) => pattern(command).test(line))) refused.push(`tests/stories: no story sends ${command.name}`);
  }
  return refused;
}
