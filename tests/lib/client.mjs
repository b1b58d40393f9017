// A client of the API as an integrator would write it: cookie, CSRF token, idempotency keys.
import crypto from "node:crypto";

export class Client {
  constructor(base) {
    this.base = base;
    this.cookie = "";
    this.csrf = "";
  }

  async send(method, target, { body, key, version, headers = {} } = {}) {
    const changing = method !== "GET" && method !== "HEAD";
    const all = { ...headers };
    if (this.cookie) all.Cookie = this.cookie;
    if (changing && this.csrf) all["X-CSRF-Token"] ??= this.csrf;
    if (changing) all["Idempotency-Key"] ??= key ?? crypto.randomUUID();
    if (version !== undefined) all["If-Match"] = `"${version}"`;
    const raw = typeof body === "string" || Buffer.isBuffer(body);
    if (body !== undefined) all["Content-Type"] ??= Buffer.isBuffer(body) ? "application/octet-stream" : "application/json";
    const answer = await fetch(this.base + "/api/v1" + target, {
      method,
      headers: all,
      body: body === undefined || raw ? body : JSON.stringify(body),
      redirect: "manual",
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const text = bytes.toString("utf8");
    const is_json = (answer.headers.get("content-type") ?? "").includes("json");
    return { status: answer.status, headers: answer.headers, bytes, text, json: is_json ? JSON.parse(text) : undefined };
  }

  async sign_in(user, password) {
    const answer = await this.send("POST", "/session", { body: { user, password } });
    if (answer.status !== 200) throw new Error(`${user} cannot sign in: ${answer.status} ${answer.text}`);
    this.cookie = answer.headers.get("set-cookie").split(";")[0];
    this.csrf = answer.json.csrf;
    return answer.json;
  }
}
