// People for a test city: organisations and signed-in clients with a role, made as administrators make
// them, each past its first password.
import { chosen_password } from "./city.mjs";
import { Client } from "./client.mjs";

export const first_password = "Velvet-anchor-93-moss";

export async function signed_in(city, login, password = city.secrets[login] ?? chosen_password) {
  const client = new Client(city.base);
  await client.sign_in(login, password);
  return client;
}

/** Sends a command that must be done and answers its answer. */
export async function done(client, path, body, options) {
  const answer = await client.send("POST", path, { body, ...options });
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
  return answer.json;
}

/** Who makes organisations and people in a test city. */
export class Staffing {
  static async of(city) {
    const made = new Staffing();
    made.city = city;
    made.system = await signed_in(city, "system");
    made.security = await signed_in(city, "security");
    return made;
  }

  async organisation(kind, name, more = {}) {
    return (await done(this.system, "/organisations", { kind, name, ...more })).id;
  }

  /** A client signed in as a new person of the organisation who holds the role. */
  async person(organisation, role, login, more = {}) {
    const body = { organisation, name: `示例人员${login}`, login, password: first_password, ...more };
    const account = await done(this.system, "/people", body);
    if (role) await done(this.security, "/grants", { account: account.id, role });
    const first = await signed_in(this.city, login, first_password);
    await done(first, "/accounts/change-password", { old_password: first_password, new_password: chosen_password });
    const client = await signed_in(this.city, login, chosen_password);
    return Object.assign(client, { account: account.id, organisation, role, login });
  }
}
