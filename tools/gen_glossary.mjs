// node tools/gen_glossary.mjs: writes docs/glossary.md from data/glossary.csv. One concept has one
// word in either language and one name in the code.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { glossary_page } from "./lib/glossary.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const page = glossary_page(readFileSync(join(root, "data/glossary.csv"), "utf8"));
writeFileSync(join(root, "docs/glossary.md"), page);
console.log("docs/glossary.md written");
