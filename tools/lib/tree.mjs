// The files that checkers read: everything below a root but what is built, installed, a fixture or
// git's own (a file in a second worktree).
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const skipped_folders = new Set([".git", ".cache", "build", "var", "node_modules", "dist"]);
const fixtures = "tools/fixtures";

function walk(root, folder, found) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) {
      if (!skipped_folders.has(entry.name) && path !== fixtures) walk(root, path, found);
    } else if (entry.isFile() && path !== ".git") {
      found.push(path);
    }
  }
  return found;
}

/** A tree: `files` are paths from the root, sorted; `read` answers a file's text. */
export function tree(root) {
  const files = walk(root, "", []).sort();
  return { files, read: (path) => readFileSync(join(root, path), "utf8") };
}

/**
 * A fixture writes ╱ where the checkers look for a slash, so that a fixture against machine paths
 * is not itself a file with a machine path in it.
 */
export const fixture_text = (text) => text.replaceAll("╱", "/");

export function fixture_tree(root) {
  const plain = tree(root);
  return {
    files: plain.files.filter((path) => path !== "refused.txt"),
    read: (path) => fixture_text(plain.read(path)),
  };
}
