// What a text must not say: Chinese in the web page's markup outside the dictionaries (it would
// never be English), the path of somebody's machine, the host of a package registry.
const han = /\p{Script=Han}/u;
const machine_path = /(?<![\w.:~])\/(home\/[a-z]\w*|Users\/\w+|root|work|farm)\/|\b[A-Z]:\\Users\\/;
const registry = /"resolved"\s*:\s*"https?:|\bregistry\s*=\s*\S|registry\.npm\w*\./;
const binary = /\.(png|jpg|ico|woff2?|xlsx|pdf|gz|br|zip)$/;

/** Comments may say what they like; JSX has two forms of them. */
const without_comments = (text) =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, (found) => found.replace(/[^\n]/g, " "))
    .replace(/(^|\s)\/\/[^\n]*/g, "$1");

function lines_with(text, pattern) {
  return text.split("\n").flatMap((line, n) => {
    const found = line.match(pattern);
    return found ? [{ line: n + 1, found: found[0] }] : [];
  });
}

export function check(tree) {
  const refused = [];
  for (const path of tree.files) {
    if (binary.test(path)) continue;
    const text = tree.read(path);
    if (/\.(tsx|jsx)$/.test(path) && !/\.test\.tsx$/.test(path)) {
      for (const { line } of lines_with(without_comments(text), han)) {
        refused.push(`${path}:${line}: Chinese text outside the dictionaries`);
      }
    }
    for (const { line, found } of lines_with(text, machine_path)) {
      refused.push(`${path}:${line}: the path of a machine (${found})`);
    }
    if (/(package-lock\.json|\.npmrc|\.lock)$/.test(path)) {
      for (const { line } of lines_with(text, registry)) {
        refused.push(`${path}:${line}: the host of a registry`);
      }
    }
  }
  return refused;
}
