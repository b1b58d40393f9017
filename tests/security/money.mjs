// What is no amount, row 22 of the control table and pitfall 5: refused at every money field of the API, with
// the field's name, before anything is written: `node money.mjs PROGRAM SOURCE ENGINE`. The fields are found
// in the API's own description and in the sheet of the return, so a new one is tried by itself.
import assert from "node:assert/strict";
import { api_of, endpoints_of, example, resolved } from "../lib/openapi.mjs";
import { TwoSides } from "../lib/two_sides.mjs";

const [program, source, engine] = process.argv.slice(2);
const api = api_of(program);

/** As they stand in the text of a body: a client's own numbers could not say most of them. */
const no_amounts = ["-1", "0.001", "0.5", "10.85", "1e3", "1E3", "1e308", "-0.0", "9007199254740993", "9223372036854775808", "99999999999999999999999",
  "NaN", "Infinity", "+5", "05", "1,000", "１０００", "\"１０００\"", "\"100\"", "\"1e3\"", "\"1,000.00\"", "\"\"", "true", "[]", "[100]", "{}", "{\"fen\":100}"];
const place_holder = 1_234_567_891;
/** A net amount: what was reported too much before is below zero. */
const signed_cells = new Set(["prior_correction_q"]);

/** The money fields of an input: {pointer, schema, required}. */
function money_fields(schema, pointer = "", depth = 0) {
  const one = resolved(api, schema);
  if (!one || depth > 6) return [];
  if (one.type === "array") return money_fields(one.items, `${pointer}/0`, depth + 1);
  return Object.entries(one.properties ?? {}).flatMap(([name, field]) => {
    const is_money = field.format === "money-fen" || /_fen$/.test(name);
    return is_money ? [{ pointer: `${pointer}/${name}`, schema: field, required: (one.required ?? []).includes(name) }]
      : money_fields(field, `${pointer}/${name}`, depth + 1);
  });
}

/** The body with something at a pointer, arrays and objects on the way made. */
function put(body, pointer, value) {
  const names = pointer.split("/").slice(1);
  let place = body;
  for (const [i, name] of names.entries()) {
    if (i === names.length - 1) place[name] = value;
    else place = place[name] ??= /^\d+$/.test(names[i + 1]) ? [] : {};
  }
  return body;
}
/** The text of a body whose amount says `words`. */
const saying = (body, pointer, words) => JSON.stringify(put(structuredClone(body), pointer, place_holder)).replace(String(place_holder), words);

let tried = 0;
async function refused_everywhere(person, path, body, pointer, { required, minimum, signed }) {
  const words = [...no_amounts.filter((one) => !signed || one !== "-1"), ...(required ? ["null"] : []), ...(minimum > 0 ? ["0"] : [])];
  for (const each of words) {
    const answer = await person.send("POST", path, { body: saying(body, pointer, each) });
    const place = `${path} ${pointer} = ${each}`;
    assert.equal(answer.status, 400, `${place}: ${answer.status} ${answer.text}`);
    // What is no JSON has no field; everything else is told by its name.
    let json = true;
    try {
      JSON.parse(each);
    } catch {
      json = false;
    }
    if (json) assert.ok(answer.json.errors.some((one) => one.pointer === pointer || one.pointer.startsWith(`${pointer}/`)), `${place}: ${answer.text}`);
    tried += 1;
  }
}

const made = await TwoSides.begin({ program, source, engine });
try {
  const written = async () => (await made.city.run("dump")).split("\n").filter((line) => !line.startsWith("access_event\t")).join("\n");
  const fields = endpoints_of(api).filter((one) => one.input).flatMap((endpoint) => money_fields(endpoint.input).map((field) => ({ endpoint, ...field })));
  assert.ok(fields.length > 0, "no money field was found");
  for (const { endpoint, pointer, schema, required } of fields) {
    const person = made.people.find(({ role }) => !endpoint.right || role.actions.has(endpoint.right));
    const good = put(example(api, endpoint.input), pointer, Math.max(1, schema.minimum ?? 0));
    const answer = await person.send("POST", endpoint.path, { body: good });
    assert.notEqual(answer.status, 400, `${endpoint.path} takes an amount at ${pointer}: ${answer.text}`);
    await refused_everywhere(person, endpoint.path, good, pointer, { required, minimum: schema.minimum ?? 0 });
  }

  // The cells of the return are data, not fields: every one that is counted in fen and may be typed.
  const clerk = made.person("bank_clerk", "乙");
  const row = (await clerk.send("GET", "/returns?period=2026Q3")).json.rows[0];
  const typed = { source: "form", edition: "final", responsible: "示例负责人", phone: "037100001234" };
  const as_form = await clerk.send("POST", `/returns/${row.id}/fill`, { body: { ...typed, cells: { balance_end: 100 } } });
  assert.equal(as_form.status, 200, as_form.text);
  const before = await written();
  const enterable = (await clerk.send("GET", `/returns/${row.id}`)).json.cells.filter((cell) => cell.unit === "fen" && cell.enterable);
  assert.ok(enterable.length > 5, "the form asks for amounts");
  for (const { cell } of enterable)
    await refused_everywhere(clerk, `/returns/${row.id}/fill`, { ...typed, cells: {} }, `/cells/${cell}`, { required: false, minimum: 0, signed: signed_cells.has(cell) });
  assert.equal(await written(), before, "a refused amount wrote nothing");
  console.log(`money on ${engine}: ok, ${fields.length} fields and ${enterable.length} cells, ${tried} refusals`);
} finally {
  await made.end();
}
process.exit(0);
