// Files and names that mean harm, made by the test itself; each file is small on the wire.
import zlib from "node:zlib";
import { zip } from "./zip.mjs";

const titles = ["借据号", "合同号", "企业名称", "贷款余额（元）"];
const csv = (...lines) => Buffer.from(lines.join("\n") + "\n");
const header = titles.join(",");

/** Deflated `times` × 4 MB of one byte, without ever holding it. */
function bomb(times, byte = 0x20, before = "", after = "") {
  const flush = { finishFlush: zlib.constants.Z_FULL_FLUSH };
  const piece = zlib.deflateRawSync(Buffer.alloc(1 << 22, byte), flush);
  return Buffer.concat([zlib.deflateRawSync(Buffer.from(before), flush), ...Array(times).fill(piece), zlib.deflateRawSync(Buffer.from(after))]);
}

/** A whole gzip file, its check sum right, of `times` × 4 MB of NUL. */
function gzip(times) {
  const piece = Buffer.alloc(1 << 22);
  let sum = 0;
  for (let i = 0; i < times; i += 1) sum = zlib.crc32(piece, sum);
  const end = Buffer.alloc(8);
  end.writeUInt32LE(sum, 0);
  end.writeUInt32LE(times << 22, 4);
  return Buffer.concat([Buffer.from("1f8b0800000000000003", "hex"), bomb(times, 0), end]);
}

const namespace = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`;
const relations = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const workbook = `<?xml version="1.0"?><workbook ${namespace} xmlns:r="${relation}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`;
const workbook_relations = (target = "worksheets/sheet1.xml", more = "") =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/worksheet" Target="${target}"/><Relationship Id="rId2" Type="${relation}/sharedStrings" Target="sharedStrings.xml"/>${more}</Relationships>`;
const cell = (place, text) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
const title_row = `<row r="1">${titles.map((text, i) => cell(`${"ABCD"[i]}1`, text)).join("")}</row>`;
const sheet = (rows, before = "") => `<?xml version="1.0" encoding="UTF-8"?>${before}<worksheet ${namespace}><sheetData>${rows}</sheetData></worksheet>`;

/** A workbook whose parts are replaced or added to; what an entry claims may be a lie. */
function book(parts = {}, { before = [], after = [], options } = {}) {
  const all = { "[Content_Types].xml": types, "_rels/.rels": relations, "xl/workbook.xml": workbook, "xl/_rels/workbook.xml.rels": workbook_relations(),
    "xl/sharedStrings.xml": `<sst ${namespace}/>`, "xl/worksheets/sheet1.xml": sheet(title_row), ...parts };
  const entries = Object.entries(all).filter(([, part]) => part !== undefined)
    .map(([name, part]) => (typeof part === "string" || Buffer.isBuffer(part) ? { name, bytes: part } : { name, ...part }));
  return zip([...before, ...entries, ...after], options);
}
const with_sheet = (part) => book({ "xl/worksheets/sheet1.xml": part });
const laughs = `<!DOCTYPE x [<!ENTITY a "haha">${Array.from({ length: 12 }, (_, n) => `<!ENTITY ${"bcdefghijklm"[n]} "${`&${"abcdefghijkl"[n]};`.repeat(10)}">`).join("")}]>`;
const good = book();

/** The control: made by the same hand, with nothing wrong in it but its row. */
export const honest_book = with_sheet(sheet(title_row + `<row r="2">${["JJ-1", "HT-1", "示例企业1", "5.00"].map((text, i) => cell(`${"ABCD"[i]}2`, text)).join("")}</row>`));

export const hostile_files = {
  // The archive around a workbook.
  "ratio: a sheet of 600 MB": with_sheet({ packed: bomb(150, 0x20, sheet(title_row).replace("</sheetData></worksheet>", "")), claims: 150 << 22 }),
  "lie: says it unpacks to 100 bytes": with_sheet({ packed: bomb(150, 0x20, sheet(title_row)), claims: 100 }),
  "lie: says it unpacks to 4 GB": with_sheet({ bytes: sheet(title_row), claims: 0xfffffffe }),
  "overlap: entries that share their bytes": book({}, { after: Array.from({ length: 500 }, (_, n) => ({ name: `xl/media/${n}`, bytes: "", at: 0 })) }),
  "nested: an archive in an archive": zip([{ name: "inner.xlsx", bytes: zip([{ name: "inner.xlsx", bytes: good }]) }]),
  "slip: an entry above its folder": book({}, { after: [{ name: "../../../../tmp/zr-evil.txt", bytes: "evil" }] }),
  "slip: an absolute entry": book({}, { after: [{ name: "/tmp/zr-evil.txt", bytes: "evil" }] }),
  "slip: backslashes": book({}, { after: [{ name: "..\\..\\zr-evil.txt", bytes: "evil" }] }),
  "symlink: a sheet that points at a file": with_sheet({ bytes: "/etc/passwd", method: 0, packed: Buffer.from("/etc/passwd"), mode: 0o120777 }),
  "twice: two sheets of one name": book({}, { after: [{ name: "xl/worksheets/sheet1.xml", bytes: sheet("") }] }),
  "many: 30,000 entries": book({}, { after: Array.from({ length: 30_000 }, (_, n) => ({ name: `x/${n}`, bytes: "", packed: Buffer.from([3, 0]) })) }),
  "count: says there are more": book({}, { options: { count: 65_535 } }),
  "encrypted entry": with_sheet({ bytes: sheet(title_row), flags: 0x801 }),
  "unknown method": with_sheet({ bytes: sheet(title_row), method: 99 }),
  "wrong check sum": with_sheet({ bytes: sheet(title_row), crc: 1 }),
  "cut in the middle": good.subarray(0, good.length >> 1),
  "two ends": Buffer.concat([good, zip([])]),
  "no workbook in it": book({ "xl/workbook.xml": undefined }),
  // The workbook.
  "rows: two million": with_sheet({ packed: bomb(1, 0x20, sheet(title_row).replace("</sheetData></worksheet>", "") + "<row/>".repeat(2_000_000), "</sheetData></worksheet>"), claims: 1 << 24 }),
  "row number beyond every sheet": with_sheet(sheet(title_row + `<row r="4294967295">${cell("A4294967295", "x")}</row>`)),
  "column beyond every sheet": with_sheet(sheet(title_row + `<row r="2">${cell("ZZZZZZZ2", "x")}</row>`)),
  "16,384 columns": with_sheet(sheet(`<row r="1">${"<c t='str'><v>x</v></c>".repeat(16_384)}</row>`)),
  "strings: an index far outside": book({ "xl/worksheets/sheet1.xml": sheet(title_row + `<row r="2"><c r="A2" t="s"><v>-1</v></c><c r="B2" t="s"><v>99999999999</v></c></row>`), "xl/sharedStrings.xml": `<sst ${namespace} count="1"><si><t>x</t></si></sst>` }),
  "strings: 400 MB of them": book({ "xl/sharedStrings.xml": { packed: bomb(100, 0x61, `<sst ${namespace}><si><t>`, "</t></si></sst>"), claims: 100 << 22 } }),
  "strings: a million empty ones": book({ "xl/sharedStrings.xml": `<sst ${namespace}>${"<si><t/></si>".repeat(1_000_000)}</sst>` }),
  "entities: a billion laughs": with_sheet(sheet(title_row + `<row r="2">${cell("A2", "&m;")}</row>`, laughs)),
  "entities: a file": with_sheet(sheet(title_row + `<row r="2">${cell("A2", "&x;")}</row>`, '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>')),
  "entities: an address": with_sheet(sheet(title_row + `<row r="2">${cell("A2", "&x;")}</row>`, '<!DOCTYPE x [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>')),
  "entities: a parameter": with_sheet(sheet(title_row, '<!DOCTYPE x [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]>')),
  "deep: 200,000 elements in one another": with_sheet(sheet(title_row + "<row>".repeat(200_000) + "</row>".repeat(200_000))),
  "100,000 attributes": with_sheet(sheet(`<row ${Array.from({ length: 100_000 }, (_, n) => `a${n}="1"`).join(" ")}/>`)),
  "tags that do not match": with_sheet(sheet(title_row + "<row><c></row></c>")),
  "XML that is no UTF-8": with_sheet(Buffer.concat([Buffer.from(sheet(title_row).slice(0, -30)), Buffer.from([0xff, 0xfe, 0xc0, 0x80])])),
  "a relation out of the house": book({ "xl/_rels/workbook.xml.rels": workbook_relations("http://127.0.0.1:9/sheet1.xml").replace("/>", ' TargetMode="External"/>') }),
  "a relation above the archive": book({ "xl/_rels/workbook.xml.rels": workbook_relations("../../../../etc/passwd") }),
  "a relation to itself": book({ "xl/_rels/workbook.xml.rels": workbook_relations("workbook.xml") }),
  // Text.
  "csv: NUL in it": csv(header, "J\u00001,H,示例,1"),
  "csv: a line of 20 MB": Buffer.concat([csv(header), Buffer.alloc(20 << 20, 0x61)]),
  "csv: 100,000 columns": csv(Array(100_000).fill("x").join(","), "1"),
  "csv: a quote that never ends": csv(header, `"J1,H,示例,1`.padEnd(2_000_000, "x")),
  "csv: in no known code": Buffer.concat([csv(header), Buffer.from([0xff, 0xff, 0x80, 0x00, 0x2c, 0xfe, 0xfe])]),
  "csv: 30,000 rows": csv(header, ...Array.from({ length: 30_000 }, (_, n) => `J${n},H,示例,1`)),
  "csv: two million empty lines": Buffer.concat([csv(header), Buffer.alloc(2_000_000, 0x0a)]),
  "csv: commands of a spreadsheet": csv(header, `=cmd|' /C calc'!A0,@SUM(1),+1+1,-2+3`),
  // What is neither.
  "png of 65,535 by 65,535": Buffer.from("89504e470d0a1a0a0000000d494844520000ffff0000ffff0806000000000000000000000049454e44ae426082", "hex"),
  "png with a page behind it": Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), Buffer.from("<script>alert(1)</script>")]),
  "svg with a script": Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>`),
  "svg with entities": Buffer.from(`<?xml version="1.0"?>${laughs}<svg xmlns="http://www.w3.org/2000/svg"><text>&m;</text></svg>`),
  "gzip of 600 MB": gzip(150),
  "a page": Buffer.from("<!doctype html><script>alert(1)</script>"),
  "a program": Buffer.concat([Buffer.from("7f454c46020101", "hex"), Buffer.alloc(500)]),
};

export const hostile_names = ["../../../../tmp/zr-evil.csv", "..\\..\\zr-evil.csv", "/etc/passwd", "C:\\windows\\evil.csv", "evil\u0000.csv", "evil\r\nSet-Cookie: a=b.csv",
  `${"长".repeat(5000)}.csv`, 'a"; filename="evil.exe', "<img src=x onerror=alert(1)>.csv", "\u202evsc.exe", ".", "..", "CON", "a;b,c=d%22.csv", "'; DROP TABLE files_file; --.csv", "%2e%2e%2fevil.csv"];
