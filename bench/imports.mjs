// Runs both sides of bench/imports.sh in turn and compares what they found.
import { execFileSync } from "node:child_process";
import fs from "node:fs";

const rounds = Number(process.argv[2]);
const lines = (program, ...words) => execFileSync(program, words, { encoding: "utf8" }).trim().split("\n").map((line) => JSON.parse(line));
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const faults = ({ bench, cpu_ms, load, ...found }) => JSON.stringify(Object.entries(found).toSorted());

const pairs = [];
for (let round = 0; round < rounds; round += 1) {
  const [ours, stored] = lines("build/release/zhirong", "bench", "imports");
  const [peer] = lines(process.execPath, "bench/peers/ledgers.mjs", "build/bench/ledgers");
  if (faults(ours) !== faults(peer)) throw new Error(`not equal:\n${faults(ours)}\n${faults(peer)}`);
  pairs.push({ ours, peer, stored });
}
const load = Number(fs.readFileSync("/proc/loadavg", "utf8").split(" ")[0]);
const of = (name, figure) => median(pairs.map((pair) => pair[name][figure]));
console.log(JSON.stringify({
  bench: "import_dry_run", rows: pairs[0].ours.rows, rounds, cpu_ms: of("ours", "cpu_ms"), duckdb_cpu_ms: of("peer", "cpu_ms"),
  ratio: median(pairs.map(({ ours, peer }) => ours.cpu_ms / peer.cpu_ms)), limit_ratio: 1, equal: true, load,
}));
console.log(JSON.stringify({ bench: "import_stored", rows: pairs[0].stored.rows, rows_a_cpu_second: of("stored", "rows_a_cpu_second"), limit_rows_a_cpu_second: 8000, load }));
