// One writing process a city: `node second.mjs PROGRAM SOURCE ENGINE`. A second server, and every other
// verb that writes, is refused with the reason while the first serves on; once it is dead, however it
// died, the next one serves.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { begin_city, ended, serve } from "../lib/city.mjs";
import { outcome } from "../lib/outcome.mjs";
import { signed_in } from "../lib/people.mjs";

const [program, source, engine] = process.argv.slice(2);
const city = await begin_city({ program, source, engine });
try {
  const at = (file) => path.join(city.folder, file);
  let other_name = city.db;
  if (engine === "sqlite") {
    // Another name of the same file is the same city.
    fs.symlinkSync(at("city.db"), at("link.db"));
    other_name = `sqlite:${at("link.db")}`;
  }
  const system = await signed_in(city, "system");
  const archive = at("city.tar");
  assert.equal((await outcome(program, ["backup", archive, "--db", city.db, "--files", at("files")])).code, 0);
  for (const db of [city.db, other_name]) {
    for (const words of [
      ["serve", "--listen", "127.0.0.1:0", "--metrics-listen", "127.0.0.1:0", "--key", at("key"), "--web", path.join(source, "web/dist")],
      ["keys", "rotate", "--key", at("key"), "--new-key", at("key2")],
      ["restore", archive, "--files", at("other")],
      ["init", "--key", at("key3"), "--data", path.join(source, "data")],
    ]) {
      const refused = await outcome(program, [...words, "--db", db]);
      assert.equal(refused.code, 3, `${words[0]}: ${refused.out}`);
      const said = refused.out.trim().split("\n").map((line) => JSON.parse(line));
      assert.equal(said.at(-1).code, "second_writer", `${words[0]}: ${refused.out}`);
      // A dead writer's session may outlive it on PostgreSQL, so a start there waits a little and says so.
      const waited = words[0] === "serve" && engine === "postgresql";
      assert.deepEqual(said.slice(0, -1).map((line) => line.event), waited ? ["waiting_for_writer"] : []);
      assert.match(refused.out, /另一个服务进程正在使用该数据库/);
    }
    const answer = await system.send("POST", "/organisations", { body: { kind: "bank", name: "示例银行" } });
    assert.equal(answer.status, 200, answer.text);
  }
  city.server.child.kill("SIGKILL");
  await ended(city.server.child);
  city.server = await serve(program, city.db, source, city.folder);
  system.base = city.server.base;
  const rows = (await system.send("GET", "/organisations?kind=bank")).json.rows;
  assert.equal(rows.length, 2, "both acknowledged before the crash");
  await city.verified();
  console.log(`ok second on ${engine}`);
} finally {
  await city.end();
}
