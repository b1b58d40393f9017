// The page docs/glossary.md, from the text of data/glossary.csv.
import { read_csv } from "./csv.mjs";

const order = (a, b) => (a.english.toLowerCase() < b.english.toLowerCase() ? -1 : 1);

export function glossary_page(csv) {
  const rows = read_csv(csv).sort(order);
  return [
    "# Glossary 术语表",
    "",
    "Written by `tools/gen_glossary.mjs` from `data/glossary.csv`; change it there. The name in the code is",
    "the only one a source may use for the concept.",
    "",
    "| English | 中文 | In the code |",
    "|---|---|---|",
    ...rows.map((row) => `| ${row.english} | ${row.zh} | \`${row.code_name}\` |`),
    "",
  ].join("\n");
}
