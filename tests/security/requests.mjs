// Requests that try what they should not, rows 15, 17, 31-34, 37, 41, 43, 44, 46, 47 of the control
// table: `node requests.mjs PROGRAM SOURCE ENGINE`.
import assert from "node:assert/strict";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { begin_city, chosen_password } from "../lib/city.mjs";
import { Client } from "../lib/client.mjs";
import { done, signed_in, Staffing } from "../lib/people.mjs";

const [program, source, engine] = process.argv.slice(2);
const city = await begin_city({ program, source, engine, serving: ["--proxy", "127.0.0.1"] });
const { hostname, port } = new URL(city.base);

/** A request as it stands, without a client that tidies it; answers status, headers and body as text. */
function raw(text) {
  return new Promise((resolve) => {
    const socket = net.connect(Number(port), hostname, () => socket.end(text));
    let all = "";
    socket.setEncoding("utf8");
    socket.on("data", (piece) => (all += piece));
    socket.on("close", () => resolve({ status: Number(all.split(" ")[1]), text: all }));
    socket.on("error", () => resolve({ status: 0, text: all }));
    socket.setTimeout(8000, () => socket.destroy());
  });
}
const request = (method, target, headers, body = "") =>
  raw(`${method} ${target} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: close\r\n` +
    `${headers}${body ? `Content-Length: ${Buffer.byteLength(body)}\r\n` : ""}\r\n${body}`);

try {
  const staffing = await Staffing.of(city);
  const [first, second] = [await staffing.organisation("bank", "示例银行甲"), await staffing.organisation("bank", "示例银行乙")];
  const admin = await staffing.person(first, "institution_admin", "jia.admin");
  await staffing.person(second, "institution_admin", "yi.admin");
  const session = `Cookie: ${admin.cookie}\r\n`;

  // Row 31: every answer carries the headers, errors too; what is private is not stored.
  const policies = [["x-content-type-options", "nosniff"], ["referrer-policy", "no-referrer"],
    ["cross-origin-opener-policy", "same-origin"], ["cache-control", "no-store"]];
  for (const path of ["/people", "/nowhere", "/people?limit=x", "/organisations/999999999999"]) {
    const answer = await admin.send("GET", path);
    for (const [name, value] of policies) assert.equal(answer.headers.get(name), value, `${name} of ${path}`);
    const policy = answer.headers.get("content-security-policy");
    assert.match(policy, /frame-ancestors 'none'/);
    assert.doesNotMatch(policy, /unsafe-(inline|eval)/);
  }

  // Row 32: behind a listed proxy that says https the cookie is bound to host and TLS, and HSTS is sent.
  const https = await new Client(city.base).send("POST", "/session", {
    body: { user: "jia.admin", password: chosen_password },
    headers: { "X-Forwarded-Proto": "https", "X-Forwarded-For": "198.51.100.7" },
  });
  assert.equal(https.status, 200, https.text);
  const cookie = https.headers.get("set-cookie");
  assert.match(cookie, /^__Host-zhirong=[0-9a-f]{64}; /);
  for (const word of ["Path=/", "Secure", "HttpOnly", "SameSite=Strict"]) assert.ok(cookie.includes(word), word);
  assert.doesNotMatch(cookie, /Domain/i);
  assert.match(https.headers.get("strict-transport-security"), /max-age=\d{7,}/);

  // Row 33: nothing changes without the session's token, from a foreign page, as text, or by GET.
  const organisations = (await staffing.system.send("GET", "/organisations")).json.rows.length;
  const body = { kind: "bank", name: "示例银行丙" };
  const forged = [
    [{ "X-CSRF-Token": "" }, "csrf_missing"], [{ "X-CSRF-Token": "0".repeat(64) }, "csrf_missing"],
    [{ Origin: "https://evil.example" }, "foreign_origin"], [{ Origin: "null" }, "foreign_origin"],
    [{ "Content-Type": "text/plain" }, "unsupported_media_type", 415],
    [{ "Content-Type": "application/x-www-form-urlencoded" }, "unsupported_media_type", 415],
    [{ "Idempotency-Key": "" }, "key_missing"], [{ "Idempotency-Key": "k".repeat(101) }, "key_missing"],
  ];
  for (const [headers, code, status] of forged) {
    const answer = await staffing.system.send("POST", "/organisations", { body, headers });
    assert.equal(answer.json?.code, code, JSON.stringify(headers));
    assert.ok(status ? answer.status === status : answer.status >= 400 && answer.status < 500, `${JSON.stringify(headers)} answered ${answer.status}`);
  }
  for (const target of ["/session"]) {
    const answer = await staffing.system.send("POST", target, { body: {}, headers: { "Content-Type": "text/plain" } });
    assert.deepEqual([answer.status, answer.json?.code], [415, "unsupported_media_type"], target);
  }
  const by_get = await staffing.system.send("GET", "/organisations/create?kind=bank&name=x");
  assert.equal(by_get.status, 404);
  assert.equal((await staffing.system.send("GET", "/organisations")).json.rows.length, organisations);

  // Row 34: no other site is ever admitted.
  for (const origin of ["https://evil.example", "null", `http://${hostname}`])
    for (const method of ["GET", "OPTIONS"]) {
      const answer = await admin.send(method, "/people", { headers: { Origin: origin } });
      assert.equal(answer.headers.get("access-control-allow-origin"), null);
    }

  // Row 17: side doors do not open.
  const doors = ["/api/v1//people", "/api/v1/people/", "/api/v1/./people", "/api/v1/x/../people", "/API/V1/people",
    "/api/v1/People", "/api/v1/people;x=1", "/api/v1/people%00", "/api/v1/people.json", "/api/v1/%70eople/1/2",
    "/api/v1/people%2f", "/api/v2/people", "//api/v1/people", "/api/v1/people/..;/people"];
  for (const door of doors) {
    const anonymous = await request("GET", door, "");
    assert.ok(anonymous.status < 200 || anonymous.status >= 300 || !anonymous.text.includes("application/json"),
      `${door} without a session: ${anonymous.status}`);
  }
  for (const more of ["X-Original-URL: /api/v1/people\r\n", "X-Rewrite-URL: /api/v1/people\r\n",
    "X-HTTP-Method-Override: GET\r\n", "X-Forwarded-User: system\r\n", "Authorization: Basic c3lzdGVtOng=\r\n"]) {
    const answer = await request("GET", "/api/v1/people", more);
    assert.equal(answer.status, 401, more);
  }
  for (const method of ["PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "PROPFIND"]) {
    const answer = await request(method, "/api/v1/people", session);
    assert.ok(answer.status >= 400, `${method}: ${answer.status}`);
  }

  // Row 15: no parameter of a list widens it.
  for (const more of [`organisation=${second}`, "scope=all", "filter=1%3D1", "include=secrets", "sort=password_hash",
    "limit=100000", "limit=-1", "orgId=1"]) {
    const answer = await admin.send("GET", `/people?${more}`);
    assert.ok(!answer.text.includes("yi.admin"), more);
    assert.ok(!answer.text.includes("password_hash"), more);
  }

  // Row 44: injection in every parameter of every list that is read here.
  const tricks = ["'", "''", "1;DROP TABLE access_party", "1 OR 1=1", "' OR '1'='1", "\" OR \"\"=\"", "1) OR (1=1", "SLEEP(5)",
    "1;SELECT pg_sleep(5)", "' UNION SELECT password_hash FROM access_account--", "%27", "\\", "%", "_", "$1", "{OrganisationRow}",
    "<script>alert(1)</script>", "../../etc/passwd", "\u0000", "％", "‘", "0x41", "1e9", "-1", "99999999999999999999", "NULL"];
  for (const name of ["cursor", "limit", "organisation", "kind", "parent", "sort", "q"])
    for (const trick of tricks) {
      const begun = performance.now();
      for (const path of ["/people", "/organisations"]) {
        const answer = await admin.send("GET", `${path}?${name}=${encodeURIComponent(trick)}`);
        assert.ok(answer.status < 500, `${path}?${name}=${trick}`);
        assert.doesNotMatch(answer.text, /yi\.admin|\$argon2|SQL|sqlite|libpq|syntax/i);
      }
      assert.ok(performance.now() - begun < 4000, `no delay by ${trick}`);
    }

  // Row 37: JSON that means harm is turned away quickly.
  const deep = "[".repeat(100_000) + "]".repeat(100_000);
  const keys = `{${Array.from({ length: 60_000 }, (_, i) => `"k${i}":1`).join(",")}}`;
  const bodies = [deep, keys, '{"kind":"bank","kind":"bank","name":"x"}', `{"kind":"bank","name":${"1".repeat(100_000)}}`,
    '{"kind":"bank","name":"a\\u0000b"}', '{"kind":"bank","name":"\\ud800"}', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]).toString("latin1"),
    '{"kind":"bank","name":"x"} trailing', "", "null", "[]", '"text"', "{'kind':'bank'}", '{"kind":NaN,"name":"x"}'];
  for (const text of bodies) {
    const begun = performance.now();
    const answer = await staffing.system.send("POST", "/organisations", { body: text });
    assert.ok([400, 413].includes(answer.status), `${text.slice(0, 40)}: ${answer.status}`);
    assert.ok(performance.now() - begun < 5000);
  }

  // Row 43: nothing but the page is served from the disk. What may be a place of the page is the page itself,
  // every other name nothing at all; the files asked for are really there.
  const page_words = (text) => text.slice(text.indexOf("\r\n\r\n")).replace(/nonce="[^"]*"/g, "");
  const page = page_words((await request("GET", "/", "")).text);
  assert.match(page, /<div id="root">/);
  const up = "../".repeat(12);
  const coded = (path) => path.replaceAll(".", "%2e").replaceAll("/", "%2f");
  const aims = [`${city.folder}/key`, `${city.folder}/anchors`, ...(engine === "sqlite" ? [`${city.folder}/city.db`] : []), path.join(source, "README.md"), "/etc/passwd"];
  const crooked = ["/../etc/passwd", "/....//etc/passwd", "/assets/../../README.md", "/assets/../../../README.md", "/assets/%2e%2e/%2e%2e/%2e%2e/README.md",
    "/..%2f..%2fREADME.md", "/..\\..\\README.md", "/%c0%ae%c0%ae/%c0%ae%c0%ae/README.md", "/%00/etc/passwd", "/index.html%00.js", "/api/docs/../../key", "/.well-known/../key",
    ...aims.flatMap((aim) => [`/${up}${aim}`, `/assets/${up}${aim}`, `/${coded(up + aim.slice(1))}`, `/assets/${coded(up + aim.slice(1))}`, `/${up.replaceAll("/", "\\")}${aim}`, `/.${aim}`])];
  const nothing = ["/..;/..;/README.md", "/.git/config", "/.env", "/city.db", "/var/city.db", "/metrics", "/api/docs", "/package.json", "/node_modules", "/node_modules/react/package.json",
    "/src/app/main.cpp", "/web/package.json", "/deps.txt", "/README.md", "/assets/", "/assets"];
  const places = ["/key", "/anchors", "/etc/passwd", "/healthy", "/web/dist/assets"];
  const words = [...aims.map((aim) => fs.readFileSync(aim, "utf8").slice(0, 9)), "zhirong-ed25519-seed", "[core]", '"dependencies"', "#include", "zhirong_"];
  for (const target of [...crooked, ...nothing, ...places]) {
    const answer = await request("GET", target, "");
    for (const word of words) assert.ok(!answer.text.includes(word), `${target} shows ${word}`);
    if (places.includes(target)) assert.deepEqual([answer.status, page_words(answer.text)], [200, page], target);
    else assert.deepEqual([answer.status, answer.text.includes(page)], [crooked.includes(target) ? 400 : 404, false], target);
  }

  // A session may keep ten streams of news open and no more.
  const streams = [];
  for (let n = 0; n < 10; n += 1) streams.push(await fetch(`${city.base}/api/v1/events`, { headers: { Cookie: admin.cookie } }));
  assert.deepEqual(new Set(streams.map((stream) => stream.status)), new Set([200]));
  assert.deepEqual([await admin.send("GET", "/events")].map((answer) => [answer.status, answer.json.code]), [[429, "too_many_streams"]]);
  await Promise.all(streams.map((stream) => stream.body.cancel()));

  // Row 46: what is typed or sent as a header stays on its line of the log, and nothing typed is logged.
  const canary = "canary\r\n{\"event\":\"forged\"}\u001b[31m";
  await new Client(city.base).send("POST", "/session", { body: { user: "canary-user", password: canary } });
  await request("GET", "/api/v1/people?name=canary-query", "User-Agent: canary-agent\r\nX-Request-Id: canary-id\r\n");
  await new Promise((resolve) => setTimeout(resolve, 300));
  for (const line of city.server.log().trim().split("\n")) {
    JSON.parse(line);
    assert.doesNotMatch(line, /canary|forged|\u001b/);
  }

  // Row 47: a refusal names its request and nothing of the machine behind it.
  for (const answer of [await admin.send("GET", "/nowhere"), await admin.send("GET", "/people?limit=x"),
    await staffing.system.send("POST", "/organisations", { body: "{" }), await new Client(city.base).send("GET", "/people")]) {
    assert.ok(answer.json.request_id);
    assert.doesNotMatch(answer.text, /\/src\/|\.cpp|SELECT |sqlite|postgres|Boost|terminate|0x[0-9a-f]{8}|\d+\.\d+\.\d+/i);
    assert.doesNotMatch([...answer.headers.keys()].join(), /x-powered-by|server/);
  }

  // Row 16: members that a caller may not set are refused, not taken.
  for (const extra of ["id", "version", "standing", "path", "organisation", "approved_by", "created_at", "role"]) {
    const answer = await staffing.system.send("POST", "/organisations", { body: { ...body, [extra]: 1 } });
    assert.equal(answer.status, 400, extra);
  }
  await done(staffing.system, "/organisations", body);
  await signed_in(city, "jia.admin");
} finally {
  await city.end();
}
console.log(`requests on ${engine}: ok`);
process.exit(0);
