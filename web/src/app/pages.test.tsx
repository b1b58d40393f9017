import { expect, test } from 'vitest';
import { allowed, groups, pages, reachable } from './pages';

test('no two pages share a path', () => {
  expect(new Set(pages.map((page) => page.path)).size).toBe(pages.length);
});

test('what a right does not open is in neither menu nor palette nor routes', () => {
  const paths = (rights: string[]) => allowed(pages, rights).map((page) => page.path);
  expect(paths([])).toEqual([
    '/todo',
    '/rules',
    '/rules/drafts/:id',
    '/rules/:id',
    '/sessions',
    '/password',
  ]);
  expect(paths(['journal.read'])).toContain('/journal');
  expect(paths(['journal.read'])).not.toContain('/people');
});

test('the palette offers no page that needs a record', () => {
  const every = pages.flatMap((page) => (page.right ? [page.right] : []));
  expect(reachable(pages, every).every((page) => !page.path.includes(':'))).toBe(true);
});

test('every page in the menu stands in a group that is drawn and has a picture', () => {
  for (const page of pages) {
    if (page.group) expect([groups.includes(page.group), Boolean(page.icon)]).toEqual([true, true]);
  }
});

test('every page loads and is a component', { timeout: 60_000 }, async () => {
  for (const page of pages) expect(typeof (await page.load()).Component).toBe('function');
});
