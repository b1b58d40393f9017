import { expect, test } from 'vitest';
import { en } from './text/en';
import { zh } from './text/zh';

type Tree = { [key: string]: string | Tree };

function leaves(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : leaves(value, `${path}${key}.`),
  );
}

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

test('both languages name the same things in every sentence', () => {
  const english = new Map(leaves(en));
  for (const [key, chinese] of leaves(zh)) {
    expect([key, placeholders(english.get(key) ?? '')]).toEqual([key, placeholders(chinese)]);
  }
});

test('no sentence is empty and no English one is Chinese', () => {
  for (const [key, text] of [...leaves(zh), ...leaves(en)])
    expect([key, text.trim()]).not.toEqual([key, '']);
  for (const [key, text] of leaves(en)) {
    if (key !== 'app.otherLanguage')
      expect([key, /\p{Script=Han}/u.test(text)]).toEqual([key, false]);
  }
});
