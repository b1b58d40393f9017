// Makes the demo city, starts the server on it five times and lets the last one idle.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { ended, serve } from "../tests/lib/city.mjs";

const program = "build/release/zhirong";
fs.mkdirSync("build/bench", { recursive: true });
const folder = fs.mkdtempSync("build/bench/start-");
const db = `sqlite:${folder}/city.db`;
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const resident_mb = (pid) => Number(fs.readFileSync(`/proc/${pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/)[1]) / 1024;
try {
  const places = ["--key", `${folder}/key`, "--anchors", `${folder}/anchors`, "--files", `${folder}/files`];
  let began = performance.now();
  execFileSync(program, ["demo", "--db", db, ...places, "--today", "2026-09-30"]);
  const made_ms = performance.now() - began;
  const starts = [];
  let memory = 0;
  for (let round = 0; round < 5; round += 1) {
    began = performance.now();
    const served = await serve(program, db, process.cwd(), folder, ["--demo", "--clock", "2026-09-30T09:00"]);
    const answer = await fetch(`${served.base}/healthz`);
    if (!answer.ok) throw new Error(`/healthz answered ${answer.status}`);
    starts.push(performance.now() - began);
    if (round === 4) {
      await new Promise((resolve) => setTimeout(resolve, 3000));
      memory = resident_mb(served.child.pid);
    }
    served.child.kill("SIGTERM");
    await ended(served.child);
  }
  const load = Number(fs.readFileSync("/proc/loadavg", "utf8").split(" ")[0]);
  console.log(JSON.stringify({ bench: "demo_city", made_ms, limit_made_ms: 60000, start_ms: median(starts), limit_start_ms: 1000, idle_mb: memory, limit_idle_mb: 80, load }));
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
