import { expect, test } from 'vitest';
import { applyTokens, colour, ramp } from './tokens';

/** WCAG relative luminance of #RRGGBB. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

test('every text colour reads at 4.5 : 1 where it is used (WCAG 1.4.3)', () => {
  for (const ink of [colour.ink, colour.ink2, colour.ink3]) {
    for (const ground of [colour.card, colour.bg, colour.soft]) {
      expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
    }
  }
  expect(contrast(colour.ok, colour.okBg)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(colour.warn, colour.warnBg)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(colour.bad, colour.badBg)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(colour.primary, colour.primaryBg)).toBeGreaterThanOrEqual(4.5);
});

test('dark ink reads on the first four steps of the ramp, white on the others', () => {
  ramp.forEach((step, index) => {
    expect(contrast(step, index < 4 ? colour.ink : '#FFFFFF')).toBeGreaterThanOrEqual(4.5);
  });
});

test('style sheets find each colour under its name', () => {
  applyTokens(document.documentElement);
  const style = document.documentElement.style;
  expect(style.getPropertyValue('--primary-bg')).toBe(colour.primaryBg);
  expect(style.getPropertyValue('--ramp-7')).toBe('#1E4E8C');
});
