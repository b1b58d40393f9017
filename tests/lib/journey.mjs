// A journey through the page in a city of its own: `node JOURNEY PROGRAM SOURCE ENGINE PICTURES`. It fails with
// whatever any of its visitors' browsers complained about; record, rows and files are proven at its end.
import { begin_city, chosen_password } from "./city.mjs";
import { open_browser } from "./browser.mjs";

/** `walk` is given the city and `visit(login, password?)`, a visitor signed in at their first page. */
export async function journey({ clock }, walk) {
  const [program, source, engine, pictures] = process.argv.slice(2);
  const city = await begin_city({ program, source, engine, clock });
  const browser = await open_browser({ source, pictures });
  const visitors = [];
  const visit = async (login, password = chosen_password) => {
    const visitor = await browser.visitor(city.base, login);
    visitors.push(visitor);
    await visitor.sign_in(login, password);
    return visitor;
  };
  try {
    await walk(city, visit);
    await city.prove();
  } finally {
    await browser.close();
    await city.end();
  }
  const faults = [...new Set(visitors.flatMap((visitor) => visitor.faults))];
  for (const fault of faults) console.error(fault);
  console.log(`${faults.length} faults on ${engine}`);
  process.exit(faults.length > 0 ? 1 : 0);
}
