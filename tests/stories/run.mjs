// Runs stories through HTTP: `node run.mjs PROGRAM FOLDER ENGINE STORY…`. A story is text:
//   # comment
//   organisation x = bank 示例银行甲 [in 410105] [under y]    saved as {x}
//   person jia.clerk = bank_clerk of x                        past the first password
//   as NAME [with PASSWORD]     who sends what follows (system, security, audit are init's own)
//   restart at 2026-10-05T09:00  the server ends and begins again at that moment, caught up; everybody
//                                has to sign in again, which `as NAME` does with the last password
//   POST /path {json} → 200 {json}      every member of the answer that is written must be equal
//   … key=K  if-match=V  file=PATH (below tests/: the body; NAME.csv.xlsx is NAME.csv as a workbook)
//     replay  saving x=/pointer y=etag z=file
//   offline z                   zhirong-verify finds nothing wrong with the export that was saved
// {x} in a path or body is what was saved under x; file={z} sends back what was answered. Each story
// gets a city of its own, whose time begins at 2026-09-30T09:00 in China.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { begin_city, chosen_password } from "../lib/city.mjs";
import { Client } from "../lib/client.mjs";
import { difference } from "../lib/difference.mjs";
import { Staffing } from "../lib/people.mjs";
import { rows_of_csv, workbook } from "../lib/xlsx.mjs";

const [program, source, engine, ...stories] = process.argv.slice(2);

/** The part of an answer under a JSON pointer. */
export const at = (value, pointer) =>
  pointer.split("/").slice(1).reduce((part, name) => part?.[name], value);

const step_form =
  /^(GET|POST|DELETE|PUT|PATCH) (\S+)((?: (?:key|if-match|file)=\S+)*)(?: (\{.*\}|\[.*\]))? → (\d+)( replay)?(?: (\{.*?\}|\[.*?\]))?(?: saving (.+))?$/;

/** A file below tests/; "x.csv.xlsx" is x.csv as a workbook. */
function bytes_of(name) {
  const place = path.join(source, "tests", name);
  if (!name.endsWith(".csv.xlsx")) return fs.readFileSync(place);
  return workbook(rows_of_csv(fs.readFileSync(place.replace(/\.xlsx$/, ""), "utf8")));
}

async function run_story(file) {
  const city = await begin_city({ program, source, engine, clock: "2026-09-30T09:00" });
  const clients = new Map();
  const passwords = new Map(Object.entries(city.secrets));
  const saved = {};
  const files = new Map();
  let who = null;
  let staff = null;
  let line_number = 0;
  const filled = (text) => text.replace(/\{(\w+)\}/g, (whole, name) => (name in saved ? saved[name] : whole));
  try {
    for (const line of fs.readFileSync(file, "utf8").split("\n").map((text) => text.trim())) {
      line_number += 1;
      if (line === "" || line.startsWith("#")) continue;
      const place = `${path.basename(file)}:${line_number}`;
      const organisation = line.match(/^organisation (\w+) = (\w+) (\S+)(?: in (\w+))?(?: under (\w+))?$/);
      if (organisation) {
        const [, name, kind, title, region, parent] = organisation;
        staff ??= await Staffing.of(city);
        saved[name] = await staff.organisation(kind, title, { region, parent: parent && saved[parent] });
        continue;
      }
      const person = line.match(/^person (\S+) = (\w+) of (\w+)$/);
      if (person) {
        const [, login, role, home] = person;
        clients.set(login, await staff.person(saved[home], role, login));
        passwords.set(login, chosen_password);
        continue;
      }
      const offline = line.match(/^offline (\w+)$/);
      if (offline) {
        const export_file = path.join(city.folder, "export");
        fs.writeFileSync(export_file, files.get(saved[offline[1]]));
        execFileSync(path.join(path.dirname(program), "zhirong-verify"), [export_file, "--anchor", path.join(city.folder, "anchors")]);
        continue;
      }
      const sign_in = line.match(/^as (\S+)(?: with (\S+))?$/);
      if (sign_in) {
        const [, login, password] = sign_in;
        if (password || !clients.has(login)) {
          const client = new Client(city.base);
          if (password) passwords.set(login, filled(password));
          if (login !== "nobody") await client.sign_in(login, passwords.get(login) ?? "");
          clients.set(login, client);
        }
        who = clients.get(login);
        continue;
      }
      const restart = line.match(/^restart at (\d{4}-\d\d-\d\dT\d\d:\d\d)$/);
      if (restart) {
        await city.restart(restart[1]);
        clients.clear();
        staff = null;
        who = null;
        continue;
      }
      const step = line.match(step_form);
      if (!step) throw new Error(`${place}: not a step: ${line}`);
      const [, method, target, options, body, status, replay, wanted, savings] = step;
      const option = (name) => options.match(new RegExp(` ${name}=(\\S+)`))?.[1];
      const sent = option("file") && filled(option("file"));
      const answer = await who.send(method, filled(target), {
        body: sent ? (files.get(sent) ?? bytes_of(sent)) : body && JSON.parse(filled(body)),
        key: option("key") && filled(option("key")),
        version: option("if-match") && filled(option("if-match")),
      });
      const told = `${place}: ${method} ${target}`;
      if (answer.status !== Number(status))
        throw new Error(`${told} answered ${answer.status}, not ${status}: ${answer.text}`);
      if (replay && answer.headers.get("idempotent-replay") !== "true")
        throw new Error(`${told} was no replay`);
      if (wanted) {
        const found = difference(JSON.parse(filled(wanted)), answer.json);
        if (found) throw new Error(`${told}: ${found}\n  ${answer.text}`);
      }
      for (const saving of savings?.split(" ") ?? []) {
        const [name, pointer] = saving.split("=");
        if (pointer === "file") {
          files.set((saved[name] = `answer of line ${line_number}`), answer.bytes);
          continue;
        }
        saved[name] = pointer === "etag" ? answer.headers.get("etag").replaceAll('"', "") : at(answer.json, pointer);
        if (saved[name] === undefined) throw new Error(`${told}: nothing at ${pointer} in ${answer.text}`);
      }
    }
    await city.verified();
    console.log(`ok ${path.basename(file)} on ${engine}`);
  } catch (error) {
    await new Promise((resolve) => setImmediate(resolve));
    const thrown = city.server.log().split("\n").filter((line) => line.includes('"error"'));
    throw new Error([error.message, ...thrown].join("\n  "));
  } finally {
    await city.end();
  }
}

let failed = 0;
for (const story of stories) {
  try {
    await run_story(story);
  } catch (error) {
    failed += 1;
    console.error(`FAILED ${story} on ${engine}\n  ${error.message}`);
  }
}
process.exit(failed ? 1 : 0);
