// CSV as data/ has it: comma, double quotes, first line the names of the columns.
export function read_csv(text) {
  const rows = [[""]];
  let quoted = false;
  for (let n = 0; n < text.length; ++n) {
    const row = rows[rows.length - 1];
    const letter = text[n];
    if (quoted && letter === '"' && text[n + 1] === '"') {
      row[row.length - 1] += '"';
      ++n;
    } else if (letter === '"') {
      quoted = !quoted;
    } else if (letter === "," && !quoted) {
      row.push("");
    } else if (letter === "\n" && !quoted) {
      rows.push([""]);
    } else {
      row[row.length - 1] += letter;
    }
  }
  if (rows[rows.length - 1].join("") === "") rows.pop();
  const [names, ...values] = rows;
  return values.map((row) => Object.fromEntries(names.map((name, n) => [name, row[n] ?? ""])));
}
