// deps.txt, the one list of who may use whom.

const contexts_mark = /^# contexts\b/;

/** deps.txt as modules in order, with the faults of the list itself. */
export function modules_of(text) {
  const modules = new Map();
  const faults = [];
  let context = false;
  text.split("\n").forEach((line, n) => {
    if (contexts_mark.test(line)) context = true;
    const match = line.match(/^(?:# program )?([a-z_]+):([^|]*)\|?(.*)$/);
    if (!match) {
      if (line.trim() !== "" && !line.startsWith("#")) faults.push(`deps.txt:${n + 1}: not a module line`);
      return;
    }
    const words = (part) => part.split(/\s+/).filter((word) => word !== "");
    const [name, uses, owns] = [match[1], words(match[2]), words(match[3])];
    for (const used of uses) {
      if (!modules.has(used)) faults.push(`deps.txt:${n + 1}: ${name} names ${used}, which is no earlier line`);
    }
    modules.set(name, { line: n + 1, uses, owns, context });
  });
  return { modules, faults };
}
