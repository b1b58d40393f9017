// A load of 64 submitters whose client remembers what it sent and what it was told: the protocol of
// security.md §3. A command is acknowledged, refused, or unknown; after a crash the city must agree.
import assert from "node:assert/strict";
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { serve } from "../lib/city.mjs";
import { Staffing } from "../lib/people.mjs";

const submitters = 64;
/** At most so many questions at once, so that asking afterwards is no load of its own. */
const asking_at_once = 16;

export class Load {
  static async on(city, { program, source }) {
    const load = new Load();
    Object.assign(load, { city, program, source, round: 0, sent: new Map(), acked: [], files: new Map() });
    const staffing = await Staffing.of(city);
    const bureau = await staffing.organisation("city_bureau", "示例市市场监督管理局");
    load.system = staffing.system;
    load.handler = await staffing.person(bureau, "bureau_handler", "handler");
    load.server = city.server;
    return load;
  }

  /** Sends until `stop` is set or the server is gone; every command under a key of its own. */
  start() {
    this.stop = false;
    this.round += 1;
    this.fresh = [];
    this.running = Array.from({ length: submitters }, (_, n) => (n % 8 === 7 ? this.#uploads(n) : this.#commands(n)));
  }
  async ended() {
    this.stop = true;
    await Promise.all(this.running);
  }
  async finish(milliseconds) {
    this.start();
    await sleep(milliseconds);
    await this.ended();
  }

  async #commands(submitter) {
    for (let n = 0; !this.stop; n += 1) {
      const key = `r${this.round}-${submitter}-${n}`;
      // One in eight is refused by its rule: a refusal is a record and takes its key as well.
      const body = { kind: "bank", name: `示例机构 ${key} 完`, ...((n + submitter) % 8 === 3 ? { parent: 1 } : {}) };
      const one = { key, body, told: "unknown" };
      this.sent.set(key, one);
      this.fresh.push(one);
      try {
        const answer = await this.system.send("POST", "/organisations", { key, body });
        if (answer.status === 200) Object.assign(one, { told: "done", id: answer.json.id });
        else if (answer.status === 422) Object.assign(one, { told: "refused", code: answer.json.code });
        else assert.equal(answer.status, 503, answer.text);
      } catch (error) {
        if (error instanceof assert.AssertionError) throw error;
        return;
      }
      if (one.told === "done") this.acked.push(one);
    }
  }

  async #uploads(submitter) {
    for (let n = 0; !this.stop; n += 1) {
      const bytes = Buffer.from(`借据号,余额\n${this.round}-${submitter}-${n},${crypto.randomBytes(8).toString("hex").repeat(200)}\n`);
      try {
        const answer = await this.handler.send("POST", `/files?name=r${this.round}.csv`, { body: bytes });
        if (answer.status === 200) this.files.set(answer.json.digest, bytes);
        else assert.equal(answer.status, 503, answer.text);
      } catch (error) {
        if (error instanceof assert.AssertionError) throw error;
        return;
      }
    }
  }

  async kill() {
    this.server.child.kill("SIGKILL");
    if (this.server.child.exitCode === null && this.server.child.signalCode === null)
      await new Promise((resolve) => this.server.child.once("exit", resolve));
    await this.ended();
  }

  /** Serves the city again; `die_after` milliseconds kills this one too, in its recovery. */
  async serve_again(die_after) {
    const start = (started) => serve(this.program, this.city.db, this.source, this.city.folder, [], started);
    if (die_after !== undefined) {
      let dead;
      const listening = start((child) => {
        dead = new Promise((resolve) => child.once("exit", resolve));
        setTimeout(() => child.kill("SIGKILL"), die_after);
      });
      await listening.catch(() => undefined);
      await dead;
    }
    this.server = await start();
    this.city.server = this.server;
    this.city.base = this.server.base;
    for (const client of [this.system, this.handler]) client.base = this.server.base;
  }

  /** The city against what this round was told, and what earlier rounds were. */
  async judge() {
    await each(this.fresh, async (one) => this.#judge_one(one));
    const old = new Set(Array.from({ length: Math.min(10, this.acked.length) }, () => this.acked[Math.floor(Math.random() * this.acked.length)]));
    await each(old, async (one) => this.#replayed(one));
    for (const [digest, bytes] of this.files) {
      const file = path.join(this.city.folder, "files", digest.slice(0, 2), digest);
      assert.ok(fs.readFileSync(file).equals(bytes), `the acknowledged file ${digest} is not whole`);
    }
    this.files.clear();
  }

  async #judge_one(one) {
    const found = await this.system.send("GET", `/commands/${one.key}`);
    if (one.told === "done") {
      assert.equal(found.status, 200, `acknowledged and lost: ${one.key}`);
      assert.deepEqual([found.json.state, found.json.answer.id], ["done", one.id]);
    } else if (one.told === "refused") {
      assert.deepEqual([found.json.state, found.json.answer.code], ["refused", one.code]);
    } else {
      assert.ok(found.status === 404 || found.json.state !== undefined, found.text);
      // Sent again, it has a definite answer and happened once.
      const again = await this.system.send("POST", "/organisations", { key: one.key, body: one.body });
      const wanted = one.body.parent ? 422 : 200;
      assert.equal(again.status, wanted, again.text);
      if (found.status === 200) assert.equal(again.headers.get("idempotent-replay") ?? "true", "true");
      if (wanted === 200) Object.assign(one, { told: "done", id: again.json.id });
      else Object.assign(one, { told: "refused", code: again.json.code });
      if (found.status === 200 && wanted === 200) assert.equal(found.json.answer.id, one.id);
      if (wanted === 200) this.acked.push(one);
    }
  }
  async #replayed(one) {
    const again = await this.system.send("POST", "/organisations", { key: one.key, body: one.body });
    assert.deepEqual([again.status, again.json.id, again.headers.get("idempotent-replay")], [200, one.id, "true"]);
  }

  /** Every command that was done stands in the dump exactly once, nothing else of this load does. */
  judge_dump(dump) {
    const found = new Map();
    for (const [, key] of dump.matchAll(/^access_party_version\t.*"name":"示例机构 (\S+) 完"/gm)) found.set(key, (found.get(key) ?? 0) + 1);
    for (const [key, times] of found) {
      assert.equal(times, 1, `${key} happened ${times} times`);
      assert.equal(this.sent.get(key)?.told, "done", `${key} was never done`);
    }
    for (const one of this.acked) assert.ok(found.has(one.key), `${one.key} was acknowledged and is not there`);
    assert.equal(found.size, this.acked.length);
  }
}

async function each(list, work) {
  const left = [...list];
  await Promise.all(Array.from({ length: asking_at_once }, async () => {
    for (let one = left.pop(); one; one = left.pop()) await work(one);
  }));
}
