// A workbook as a spreadsheet program writes it: numbers as numbers, days as serials with a date format.
import { zip } from "./zip.mjs";

const day_zero = Date.UTC(1899, 11, 30);
const escaped = (text) => text.replace(/[&<>"]/g, (one) => `&#${one.codePointAt(0)};`);

/** "A", "B", … of a column from 0. */
const letter = (column) => (column >= 26 ? letter(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));

function cell(text, place) {
  if (text === "") return "";
  const day = text.match(/^(\d{4})-(\d\d)-(\d\d)$/);
  const serial = day && (Date.UTC(day[1], day[2] - 1, day[3]) - day_zero) / 86_400_000;
  if (day && new Date(serial * 86_400_000 + day_zero).toISOString().startsWith(text)) return `<c r="${place}" s="1"><v>${serial}</v></c>`;
  if (/^(0|[1-9]\d{0,14})(\.\d+)?$/.test(text)) return `<c r="${place}"><v>${text}</v></c>`;
  return `<c r="${place}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
}

/** One sheet of rows of texts; a text that is a plain number or a day that exists becomes one. */
export function workbook(rows, name = "台账") {
  const lines = rows.map((row, r) => `<row r="${r + 1}">${row.map((text, c) => cell(text, `${letter(c)}${r + 1}`)).join("")}</row>`);
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packages = "http://schemas.openxmlformats.org/package/2006";
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const type = (part, what) => `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${what}+xml"/>`;
  const relation = (id, what, target) => `<Relationship Id="${id}" Type="${office}/${what}" Target="${target}"/>`;
  const one = '<font/>';
  return zip([
    { name: "[Content_Types].xml", bytes: `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type("/xl/workbook.xml", "sheet.main")}${type("/xl/worksheets/sheet1.xml", "worksheet")}${type("/xl/styles.xml", "styles")}</Types>` },
    { name: "_rels/.rels", bytes: `${head}<Relationships xmlns="${packages}/relationships">${relation("r1", "officeDocument", "xl/workbook.xml")}</Relationships>` },
    { name: "xl/workbook.xml", bytes: `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="r1"/></sheets></workbook>` },
    { name: "xl/_rels/workbook.xml.rels", bytes: `${head}<Relationships xmlns="${packages}/relationships">${relation("r1", "worksheet", "worksheets/sheet1.xml")}${relation("r2", "styles", "styles.xml")}</Relationships>` },
    { name: "xl/styles.xml", bytes: `${head}<styleSheet xmlns="${main}"><fonts count="1">${one}</fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>` },
    { name: "xl/worksheets/sheet1.xml", bytes: `${head}<worksheet xmlns="${main}"><sheetData>${lines.join("")}</sheetData></worksheet>` },
  ]);
}

/** The rows of a plain CSV text: no quotes, no commas in cells. */
export const rows_of_csv = (text) => text.replace(/\r?\n$/, "").split(/\r?\n/).map((line) => line.split(","));
