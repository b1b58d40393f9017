// Fails when the built page weighs more than its budget. Sizes are gzip bytes in KB of 1024.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const root = new URL('../dist', import.meta.url).pathname;
const manifestPath = join(root, '.vite/manifest.json');
if (!existsSync(manifestPath)) {
  console.error('budget: build first (npm run build)');
  process.exit(2);
}
const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));

const kb = (file) => gzipSync(readFileSync(join(root, file)), { level: 9 }).length / 1024;
const entries = Object.entries(manifest);
const [entryKey] = entries.find(([, chunk]) => chunk.isEntry);

/** Everything a browser must have before that chunk can run. */
function needs(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) needs(next, seen);
  return seen;
}

const find = (source) => entries.find(([key]) => key.endsWith(source))?.[0];
const sum = (keys) => [...keys].reduce((total, key) => total + kb(manifest[key].file), 0);

// Every page needs the entry, the inside behind the sign-in and one language.
const shell = new Set([
  ...needs(entryKey),
  ...needs(find('app/inside.tsx')),
  ...needs(find('base/text/zh.ts')),
  ...needs(find('locale/zh_CN.js')),
]);
const signIn = new Set([...needs(entryKey), ...needs(find('base/text/zh.ts'))]);
const css = new Set(entries.flatMap(([, chunk]) => chunk.css ?? []));

const lines = [
  ['entry + react + antd used on every page', sum(shell), 340],
  ['sign-in page', sum(signIn), 260],
  ['all style sheets', [...css].reduce((total, file) => total + kb(file), 0), 40],
];
for (const [key, chunk] of entries) {
  if (!chunk.isDynamicEntry || !/modules\/.*\.tsx$/.test(key)) continue;
  lines.push([`route ${key.replace('src/modules/', '')}`, kb(chunk.file), 40]);
}
// What some routes share but the shell does not have: tables, calendars.
for (const key of Object.keys(manifest)) {
  if (shell.has(key) || manifest[key].isDynamicEntry) continue;
  const limit = /echarts/.test(key) ? 190 : 140;
  if (manifest[key].file.endsWith('.js'))
    lines.push([`shared ${manifest[key].name ?? key}`, kb(manifest[key].file), limit]);
}

let over = 0;
for (const [name, size, limit] of lines) {
  const bad = size > limit;
  over += bad ? 1 : 0;
  console.log(
    `${bad ? 'OVER ' : 'ok   '}${size.toFixed(1).padStart(6)} / ${String(limit).padStart(3)} KB  ${name}`,
  );
}
process.exit(over > 0 ? 1 : 0);
