// Files that mean harm, rows 40-42 of the control table: `node uploads.mjs PROGRAM SOURCE ENGINE`. Each ends
// in a refusal or an import with findings, after little work, in little memory, and leaves nothing outside the store.
import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { begin_city } from "../lib/city.mjs";
import { honest_book, hostile_files, hostile_names } from "../lib/hostile_files.mjs";
import { ledger_csv, note } from "../lib/ledger_file.mjs";
import { done, Staffing } from "../lib/people.mjs";
import { unzip } from "../lib/zip.mjs";

const [program, source, engine] = process.argv.slice(2);
const most_seconds = 5;
const most_growth = 200 << 20;

/** The most memory that a process has held since it was last asked, and what it holds now, in bytes. */
function memory(pid) {
  const status = fs.readFileSync(`/proc/${pid}/status`, "utf8");
  const of = (name) => Number(status.match(new RegExp(`${name}:\\s+(\\d+)`))[1]) * 1024;
  fs.writeFileSync(`/proc/${pid}/clear_refs`, "5");
  return { most: of("VmHWM"), now: of("VmRSS") };
}

/** Seconds of CPU that a process has used. */
function used(pid) {
  const words = fs.readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(words[11]) + Number(words[12])) / 100;
}

/** Files of the city that are neither its database nor a kept file under its digest, and strangers in /tmp. */
function strangers(city) {
  const expected = /^(city\.db(-wal|-shm|-journal|\.writer)?|key|anchors|files(\/incoming|\/[0-9a-f]{2}(\/[0-9a-f]{64})?)?)$/;
  const inside = fs.readdirSync(city.folder, { recursive: true }).filter((file) => !expected.test(file));
  return [...inside, ...fs.readdirSync(os.tmpdir()).filter((file) => file.includes("evil"))];
}

/** An upload's own file goes once its answer is out; whatever stays longer than two seconds is a stranger. */
async function no_strangers(city, what) {
  for (let tries = 0; tries < 40 && strangers(city).length > 0; tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
  assert.deepEqual(strangers(city), [], what);
}

async function entered(clerk, bytes, name) {
  const sent = await clerk.send("POST", `/files?name=${encodeURIComponent(name)}`, { body: bytes });
  if (sent.status !== 200) return { refused: sent };
  const import_ = await clerk.send("POST", "/imports", { body: { kind: "loan_ledger", digest: sent.json.digest, data_date: "2026-09-30" } });
  return import_.status === 200 ? { digest: sent.json.digest, import_: import_.json } : { digest: sent.json.digest, refused: import_ };
}

async function hostile(city, clerk) {
  const control = await entered(clerk, honest_book, "ledger.xlsx");
  const read = (await clerk.send("GET", `/imports/${control.import_?.id}`)).json;
  assert.deepEqual([read.header_row, read.counts?.rows], [1, 1], "the control is read as a workbook");
  let slowest = [0, ""];
  let largest = [0, ""];
  for (const [what, bytes] of Object.entries(hostile_files)) {
    const { now } = memory(city.server.child.pid);
    const begun = used(city.server.child.pid);
    const { refused, import_ } = await entered(clerk, bytes, "ledger.xlsx");
    const told = import_ && (await clerk.send("GET", `/imports/${import_.id}`));
    const seconds = used(city.server.child.pid) - begun;
    const growth = memory(city.server.child.pid).most - now;
    if (refused) assert.ok(refused.status >= 400 && refused.status < 500, `${what}: ${refused.status} ${refused.text}`);
    else {
      assert.equal(told.status, 200, `${what}: ${told.text}`);
      const findings = await clerk.send("GET", `/imports/${import_.id}/findings`);
      assert.ok(told.json.counts.good === 0 && findings.json.rows.length > 0, `${what} was taken for a ledger: ${told.text.slice(-400)}`);
    }
    for (const answer of [refused, told]) assert.doesNotMatch(answer?.text ?? "", /root:x:|haha/, what);
    assert.ok(seconds < most_seconds, `${what} took ${seconds} s of CPU`);
    assert.ok(growth < most_growth, `${what} took ${growth >> 20} MB`);
    await no_strangers(city, what);
    if (seconds > slowest[0]) slowest = [seconds, what];
    if (growth > largest[0]) largest = [growth, what];
  }
  assert.equal((await clerk.send("GET", "/imports")).status, 200, "the server is well after");
  return `slowest ${slowest[0].toFixed(1)} s of CPU (${slowest[1]}), largest ${largest[0] >> 20} MB (${largest[1]})`;
}

/** Row 41: a name is words for people; neither the disk nor a header takes it as it came. */
async function names(city, clerk) {
  let served = 0;
  for (const [n, name] of hostile_names.entries()) {
    const { refused, import_ } = await entered(clerk, ledger_csv([note(500 + n)]), name);
    await no_strangers(city, name.slice(0, 60));
    if (refused) {
      assert.ok(refused.status >= 400 && refused.status < 500, `${name.slice(0, 60)}: ${refused.status} ${refused.text}`);
      continue;
    }
    const row = (await clerk.send("GET", `/imports/${import_.id}`)).json;
    const file = await clerk.send("GET", `/files/${row.file}`);
    assert.equal(file.status, 200, file.text);
    served += 1;
    const disposition = file.headers.get("content-disposition");
    assert.match(disposition, /^attachment; filename="[\w. -]*"; filename\*=UTF-8''[\w%.~!#$&+^`|-]*$/, `${name.slice(0, 60)} gave ${disposition}`);
    assert.equal(file.headers.get("set-cookie"), null);
    assert.equal(file.headers.get("x-content-type-options"), "nosniff");
    assert.match(file.headers.get("content-security-policy"), /sandbox|default-src 'none'|default-src 'self'/);
    assert.doesNotMatch(file.headers.get("content-type"), /html|svg|script/);
    assert.ok(!/[\r\n\u0000]/.test(row.file_name) && row.file_name.length <= 255, "the name is words on one line");
  }
  assert.ok(served > 0);
  return served;
}

/** Row 42: what a spreadsheet would run is no formula in an export, and the export read again is the original. */
async function formulas(clerk) {
  const starts = ["=1+1", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "＝1+1", "＋1", "－1", "＠x", "=cmd|' /C calc'!A0", " =1+1", "'=1+1", "\"=1+1"];
  const rows = starts.map((start, n) => note(700 + n, { 合同号: `${start} HT${n}`, 企业名称: `${start}示例企业${n}`, 放款日期: "2026-08-01", 备注: start }));
  const { import_, refused } = await entered(clerk, ledger_csv(rows), "formulas.csv");
  assert.ok(import_, refused?.text);
  await done(clerk, `/imports/${import_.id}/apply`, { accept: "all" }, { version: import_.version });
  const loans = async () => (await clerk.send("GET", "/loans?limit=200")).json.rows
    .map((row) => [row.note_number, row.contract_number, row.enterprise_name, row.balance_fen]).sort();
  const before = await loans();
  assert.equal(before.length, rows.length);
  const exported = await clerk.send("GET", "/loans/export");
  assert.equal(exported.status, 200, exported.text);
  for (const [name, part] of unzip(exported.bytes))
    if (/sheet\d+\.xml$/.test(name)) assert.doesNotMatch(part.toString("utf8"), /<f[ >]/, `${name} holds a formula`);
  const again = await entered(clerk, exported.bytes, "export.xlsx");
  assert.ok(again.import_, again.refused?.text);
  const read = (await clerk.send("GET", `/imports/${again.import_.id}`)).json;
  assert.deepEqual([read.counts.rows, read.counts.good, read.counts.wrong, read.counts.created, read.counts.changed, read.counts.same], [rows.length, rows.length, 0, 0, 0, rows.length],
    JSON.stringify([read.counts, (await clerk.send("GET", `/imports/${again.import_.id}/findings`)).json.rows.slice(0, 5)]));
  assert.deepEqual(await loans(), before);
}

assert.ok(Object.keys(hostile_files).length >= 35 && hostile_names.length >= 10);
const city = await begin_city({ program, source, engine, clock: "2026-10-01T09:00" });
try {
  const staffing = await Staffing.of(city);
  const clerk = await staffing.person(await staffing.organisation("bank", "示例银行甲"), "bank_clerk", "jia.clerk");
  await formulas(clerk);
  const worst = await hostile(city, clerk);
  const served = await names(city, clerk);
  await city.verified();
  console.log(`uploads on ${engine}: ok, ${Object.keys(hostile_files).length} files, ${worst}; ${served} of ${hostile_names.length} names served safely`);
} finally {
  await city.end();
}
process.exit(0);
