/** What of `wanted` is not in `got`: the first difference in words, or "". */
export function difference(wanted, got, where = "") {
  if (wanted !== null && typeof wanted === "object") {
    if (got === null || typeof got !== "object") return `${where || "/"} is ${JSON.stringify(got)}`;
    if (Array.isArray(wanted) && wanted.length !== got.length)
      return `${where || "/"} has ${got.length} items, not ${wanted.length}`;
    for (const [name, part] of Object.entries(wanted)) {
      const found = difference(part, got[name], `${where}/${name}`);
      if (found) return found;
    }
    return "";
  }
  return wanted === got ? "" : `${where} is ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`;
}
