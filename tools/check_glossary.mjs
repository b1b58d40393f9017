// The glossary page says what its data says, and no term or name stands there twice.
import { read_csv } from "./lib/csv.mjs";
import { glossary_page } from "./lib/glossary.mjs";

export function check(tree) {
  const refused = [];
  const csv = tree.read("data/glossary.csv");
  for (const column of ["zh", "code_name"]) {
    const seen = new Set();
    for (const row of read_csv(csv)) {
      if (seen.has(row[column])) refused.push(`data/glossary.csv: ${row[column]} stands there twice`);
      seen.add(row[column]);
    }
  }
  if (tree.read("docs/glossary.md") !== glossary_page(csv)) {
    refused.push("docs/glossary.md: out of date, run node tools/gen_glossary.mjs");
  }
  return refused;
}
