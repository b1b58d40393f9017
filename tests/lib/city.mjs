// A city for one test: an empty database on either engine, begun with `init --test`, served on a free
// loopback port, ended and removed afterwards. The three administrators have chosen their passwords.
import { execFile, spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { Client } from "./client.mjs";
import { make_database } from "./postgres.mjs";

const execute = promisify(execFile);

/** The password that every sign-in of a story chooses after its first one. */
export const chosen_password = "Luoshu-7-harbour-quilt";

/** Starts the server and answers its address once it listens; key, anchors and files stand in `folder`.
    `started` is told the process at once. */
export function serve(program, db, source, folder, more = [], started = () => {}) {
  const child = spawn(
    program,
    ["serve", "--db", db, "--listen", "127.0.0.1:0", "--metrics-listen", "127.0.0.1:0",
     "--key", `${folder}/key`, "--anchors", `${folder}/anchors`, "--files", `${folder}/files`,
     "--web", path.join(source, "web/dist"), ...more],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  started(child);
  let log = "";
  return new Promise((resolve, reject) => {
    child.stderr.setEncoding("utf8");
    child.stderr.on("data", (text) => {
      log += text;
      const port = log.match(/"event":"listening","port":(\d+)/)?.[1];
      if (port) resolve({ child, base: `http://127.0.0.1:${port}`, log: () => log });
    });
    child.on("exit", (code) => reject(new Error(`the server ended with ${code}: ${log}`)));
  });
}

export function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once("exit", resolve));
}

/** "2026-09-30T09:00", five minutes earlier. */
const before = (clock) =>
  new Date(Date.parse(`${clock}:00Z`) - 5 * 60_000).toISOString().slice(0, 16);

/**
 * `serving`: further words for `serve`. `clock`: the moment in China at which the server's time
 * begins; `init` ran five minutes before it. Without one the city lives by the machine's clock.
 */
export async function begin_city({ program, source, engine, clock, serving = [] }) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "zr-city-"));
  const database = engine === "postgresql" ? await make_database() : null;
  const db = database ? database.url : `sqlite:${folder}/city.db`;
  const run = (verb, ...more) =>
    execute(program, [verb, "--db", db, ...more], { maxBuffer: 1 << 28 }).then((done) => done.stdout);
  const starting = clock ? ["--clock", before(clock)] : [];
  const printed = await run("init", "--test", ...starting, "--key", `${folder}/key`, "--anchors", `${folder}/anchors`, "--data", path.join(source, "data"));
  const secrets = {};
  for (const line of printed.split("\n").slice(1)) {
    const [, login, secret] = line.split("\t");
    if (secret) secrets[login] = secret;
  }
  const started = (moment) =>
    serve(program, db, source, folder, [...serving, ...(moment ? ["--clock", moment] : [])]);
  const server = await started(clock);
  const base = server.base;
  for (const login of Object.keys(secrets)) {
    const client = new Client(base);
    await client.sign_in(login, secrets[login]);
    await client.send("POST", "/accounts/change-password", {
      body: { old_password: secrets[login], new_password: chosen_password },
    });
    secrets[login] = chosen_password;
  }
  return {
    db, folder, base, secrets, run, server,
    /** Ends the server and starts it anew at that moment; whoever was signed in is so no more. */
    async restart(moment) {
      this.server.child.kill("SIGTERM");
      await ended(this.server.child);
      this.server = await started(moment);
      this.base = this.server.base;
    },
    /** Ends the server and proves chain and rows. */
    async verified() {
      this.server.child.kill("SIGTERM");
      await ended(this.server.child);
      await this.prove();
    },
    /** Chain, rows, anchors and files, also while the city is served. */
    prove: () => run("verify", "--key", `${folder}/key`, "--anchors", `${folder}/anchors`, "--files", `${folder}/files`),
    async end() {
      this.server.child.kill("SIGTERM");
      await ended(this.server.child);
      if (database) await database.drop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
