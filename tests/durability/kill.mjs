// kill -9 of the server at random moments under load: `node kill.mjs PROGRAM SOURCE ENGINE`. Every
// acknowledged command is there exactly once, none twice, every acknowledged file whole, chain and rows
// proved. 20 cycles; 500 with ZR_NIGHT. A fourth of the cycles kills the recovery as well.
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { begin_city, ended } from "../lib/city.mjs";
import { Load } from "./load.mjs";

const [program, source, engine] = process.argv.slice(2);
const cycles = Number(process.env.ZR_CYCLES ?? (process.env.ZR_NIGHT ? 500 : 20));
/** The proof reads everything, so over hundreds of cycles it is asked for now and then, and at the end. */
const proof_every = cycles <= 50 ? 1 : 20;

const city = await begin_city({ program, source, engine });
try {
  const load = await Load.on(city, { program, source });
  let with_answers = 0;
  let in_recovery = 0;
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    const before = load.acked.length;
    load.start();
    await sleep(150 + Math.random() * 350);
    await load.kill();
    if (load.acked.length > before) with_answers += 1;
    const killed_again = cycle % 4 === 3;
    if (killed_again) in_recovery += 1;
    await load.serve_again(killed_again ? Math.random() * 60 : undefined);
    await load.judge();
    if (cycle % proof_every === 0) await city.prove();
  }
  assert.ok(with_answers >= cycles * 0.8, `only ${with_answers} of ${cycles} cycles had acknowledged anything`);
  load.server.child.kill("SIGTERM");
  await ended(load.server.child);
  load.judge_dump(await city.run("dump"));
  await city.prove();
  console.log(`ok: ${cycles} cycles on ${engine}, ${in_recovery} killed in recovery, ${load.acked.length} acknowledged, ${load.sent.size} sent`);
} finally {
  await city.end();
}
