// The API as the program itself describes it, and bodies that its field tables accept.
import { execFileSync } from "node:child_process";

export function api_of(program) {
  return JSON.parse(execFileSync(program, ["openapi"], { maxBuffer: 1 << 26 }));
}

/** Every endpoint: {method, path, noun, right, changes, versioned, input, listed}; `right` is undefined
    where signing in is enough. */
export function endpoints_of(api) {
  return Object.entries(api.paths).flatMap(([where, item]) => Object.entries(item).map(([method, operation]) => ({
    method: method.toUpperCase(),
    path: where.replace("/api/v1", ""),
    noun: where.split("/")[3],
    right: operation["x-right"],
    changes: method === "post" && operation["x-eyes"] !== undefined,
    versioned: (operation.parameters ?? []).some((one) => one.name === "If-Match"),
    parameters: (operation.parameters ?? []).filter((one) => one.in === "query"),
    input: resolved(api, operation.requestBody?.content["application/json"]?.schema),
    operation,
  })));
}

/** What a read's query needs to be answered at all. */
export const needed = { "/loans/{id}/figures": "period=2026Q3", "/loans/{id}/personal": `reason=${encodeURIComponent("示例核对")}`, "/figures/city": "period=2026Q3", "/figures/city/differences": "period=2026Q3&cell=balance_end", "/returns/board": "period=2026Q3",
  "/returns/{id}/rows": "cell=balance_end", "/returns/{id}/own-table": `digest=${"0".repeat(64)}`, "/imports/template": "kind=loan_ledger" };

/** The schema behind a reference. */
export function resolved(api, schema) {
  return schema?.$ref ? api.components.schemas[schema.$ref.split("/").at(-1)] : schema;
}

/** A value that the field table takes; whether a rule takes it as well is another matter. */
export function example(api, schema) {
  const one = resolved(api, schema) ?? {};
  if (one.enum) return one.enum[0];
  if (one.type === "object") {
    const required = (one.required ?? []).filter((name) => name !== "id");
    return Object.fromEntries(required.map((name) => [name, example(api, one.properties[name])]));
  }
  if (one.type === "array") return [];
  if (one.type === "boolean") return false;
  if (one.type === "integer") return Math.max(1, one.minimum ?? 1);
  if (one.format === "date") return "2026-09-30";
  if (one.format === "date-time") return "2026-09-30T09:00:00+08:00";
  if (one.type === "string") return "a".repeat(Math.max(1, one.minLength ?? 1));
  return {};
}
