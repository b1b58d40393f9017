// Row 25 as a full disk has it: `node full_disk.mjs PROGRAM SOURCE ENGINE`. Whoever asks is told 507, nothing is
// done by halves, reading goes on, and with room again the same server does the same commands.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { begin_city, chosen_password } from "../lib/city.mjs";
import { Client } from "../lib/client.mjs";
import { signed_in } from "../lib/people.mjs";
import { small_disk, with_own_mounts } from "../lib/small_disk.mjs";

const [program, source, engine] = process.argv.slice(2);
with_own_mounts();
const disk = small_disk(48 << 20);

/** A PostgreSQL that sees the disk and keeps every table on it; its log of changes stands elsewhere. */
function cluster_on_the_disk() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "zr-cluster-"));
  const script = path.join(source, "tests/lib/postgres");
  const url = execFileSync(script, ["start", folder], { encoding: "utf8" }).trim();
  process.env.ZR_TEST_PG_FILE = path.join(folder, "postgres.url");
  const tables = path.join(disk.folder, "tables");
  fs.mkdirSync(tables);
  if (process.getuid() === 0) execFileSync("chown", ["postgres:postgres", tables]);
  for (const statement of [`CREATE TABLESPACE small LOCATION '${tables}'`, "ALTER SYSTEM SET default_tablespace = small", "SELECT pg_reload_conf()"])
    execFileSync("psql", [url, "-qAt", "-c", statement], { stdio: ["ignore", "ignore", "inherit"] });
  return () => {
    execFileSync(script, ["stop", folder]);
    fs.rmSync(folder, { recursive: true });
  };
}

const rows_of = async (city, table) =>
  (await city.run("dump")).split("\n").filter((line) => line.startsWith(`${table}\t`)).map((line) => JSON.parse(line.split("\t")[2]));

/** One command for each number, eight at once; answers what each was told. */
async function asked(client, numbers) {
  const told = new Map();
  const left = [...numbers];
  await Promise.all(Array.from({ length: 8 }, async () => {
    for (let n = left.shift(); n !== undefined; n = left.shift()) {
      const body = { kind: "bank", name: `示例满盘 ${n} 完`, short_name: "满".repeat(40) };
      const answer = await client.send("POST", "/organisations", { body, key: `full ${n}` });
      told.set(n, answer);
    }
  }));
  return told;
}

/** Every command that was done stands in rows and record, of every other not a trace. */
async function whole(city, done, refused) {
  const there = new Set((await rows_of(city, "access_party_version")).map((row) => row.name.match(/^示例满盘 (\d+) 完$/)?.[1]).filter(Boolean).map(Number));
  const keys = new Set((await rows_of(city, "journal_record")).map((row) => JSON.parse(row.bytes).key));
  for (const n of done) assert.ok(there.has(n) && keys.has(`full ${n}`), `${n} was acknowledged and is gone`);
  for (const n of refused) assert.ok(!there.has(n) && !keys.has(`full ${n}`), `${n} was refused and has left something`);
}

/** A table may have room left in a page it has already: asked until there is none, and told nothing else before. */
async function until_full(before, ask) {
  for (let tries = 0; tries < 80; tries += 1) {
    const answer = await ask();
    if (answer.status === 507) return assert.equal(answer.json?.code, "disk_full", answer.text);
    assert.equal(answer.status, before, answer.text);
  }
  assert.fail("it was never told that the disk is full");
}

async function filled(city) {
  const client = await signed_in(city, "system");
  const { pid } = city.server.child;
  const done = [];
  const refused = [];
  disk.fill(1 << 20);
  for (let round = 0; refused.length < 40; round += 1) {
    assert.ok(round < 60, "the disk never became full");
    for (const [n, answer] of await asked(client, Array.from({ length: 80 }, (_, i) => round * 80 + i))) {
      if (answer.status === 200) done.push(n);
      else {
        assert.deepEqual([answer.status, answer.json?.code], [507, "disk_full"], answer.text);
        assert.doesNotMatch(answer.text, /sqlite|INSERT|extend|tablespace|\/tmp/i);
        refused.push(n);
      }
    }
  }
  assert.ok(done.length > 0, "there was room to begin with");
  disk.fill(0);
  // Signing in and what a rule refuses are written down too, so they are told the same.
  const credentials = { user: "security", password: chosen_password };
  await until_full(200, () => new Client(city.base).send("POST", "/session", { body: credentials }));
  await until_full(422, () => client.send("POST", "/organisations", { body: { kind: "bank", name: "示例满盘", parent: 999 } }));
  const file = await client.send("POST", "/files?name=large.csv", { body: Buffer.alloc(1 << 20, 0x61) });
  assert.deepEqual([file.status, file.json?.code], [507, "storage_full"], file.text);
  assert.equal((await client.send("GET", "/organisations")).status, 200, "reading goes on");
  await whole(city, done, refused);

  disk.free();
  for (const [n, answer] of await asked(client, refused))
    assert.deepEqual([answer.status, answer.headers.get("idempotent-replay")], [200, null], `${n} with room again: ${answer.text}`);
  assert.equal(city.server.child.pid, pid);
  assert.equal(city.server.child.exitCode, null, "the same server, without a restart");
  await whole(city, [...done, ...refused], []);
  await city.prove();
  return `${done.length} done, ${refused.length} refused`;
}

const stop = engine === "postgresql" ? cluster_on_the_disk() : () => {};
const outside = process.env.TMPDIR;
try {
  process.env.TMPDIR = disk.folder;
  const city = await begin_city({ program, source, engine });
  try {
    console.log(`full disk on ${engine}: ok, ${await filled(city)}`);
  } catch (error) {
    console.error(city.server.log().split("\n").filter((line) => line.includes('"error"')).slice(-5).join("\n"));
    throw error;
  } finally {
    await city.end();
  }
} finally {
  if (outside === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = outside;
  stop();
  disk.end();
}
process.exit(0);
