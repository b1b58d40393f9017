import { expect, test } from 'vitest';
import {
  changeText,
  dateText,
  figureText,
  hashText,
  instantText,
  integerText,
  maskCode,
  patentText,
  percentText,
  quarterParts,
  ratioText,
  shareText,
} from './format';

test('counts are grouped and a negative one has the minus sign', () => {
  expect(integerText(1284)).toBe('1,284');
  expect(integerText(-24)).toBe('\u221224');
});

test('a rate of 33,500 ppm reads 3.35 % and keeps digits it has', () => {
  expect(percentText(33_500)).toBe('3.35 %');
  expect(percentText(30_000)).toBe('3.00 %');
  expect(percentText(33_512)).toBe('3.3512 %');
  expect(percentText(-5)).toBe('\u22120.0005 %');
});
test('a ratio has two decimals, rounded half even on both sides of zero', () => {
  expect(ratioText(33_512)).toBe('3.35 %');
  expect(ratioText(33_550)).toBe('3.36 %');
  expect(ratioText(33_450)).toBe('3.34 %');
  expect(ratioText(-33_450)).toBe('\u22123.34 %');
  expect(ratioText(-5)).toBe('0.00 %');
});

test('a share is a plain percentage and a change always shows its sign', () => {
  expect(shareText(8000)).toBe('80 %');
  expect(shareText(3333)).toBe('33.33 %');
  expect(changeText(341_000)).toBe('+34.1 %');
  expect(changeText(-64_000)).toBe('\u22126.4 %');
  expect(changeText(0)).toBe('0.0 %');
});

test('dates follow the language, instants the clock of UTC+8 whatever the browser says', () => {
  expect(dateText('2025-09-18', 'zh')).toBe('2025-09-18');
  expect(dateText('2025-09-08', 'en')).toBe('8 Sep 2025');
  expect(instantText('2025-09-18T23:30:00Z', 'zh')).toBe('2025-09-19 07:30');
  expect(instantText('2025-09-18T09:12:00+08:00', 'en')).toBe('18 Sep 2025 09:12');
});

test('a quarter is split and anything else is not a quarter', () => {
  expect(quarterParts('2026Q3')).toEqual({ year: '2026', quarter: '3' });
  expect(quarterParts('2026Q5')).toBeNull();
});

test('identifiers are masked, grouped and shortened', () => {
  expect(maskCode('91410100MA9K12342X')).toBe('91410100MA9K\u2022\u2022\u2022\u20222X');
  expect(maskCode(maskCode('91410100MA9K12342X'))).toBe('91410100MA9K\u2022\u2022\u2022\u20222X');
  expect(patentText('ZL202110864217.3')).toBe('ZL 2021 1 0864217.3');
  expect(patentText('BS.215009128')).toBe('BS.215009128');
  expect(hashText('ab'.repeat(32))).toBe('abababab\u2026abababab');
});

test('an amount as a file holds it is grouped, and keeps every digit', () => {
  expect(figureText('3900000')).toBe('3,900,000.00');
  expect(figureText('4425000.02')).toBe('4,425,000.02');
  expect(figureText('390.123456')).toBe('390.123456');
  expect(figureText('1.2\u4ebf')).toBe('1.2\u4ebf');
});
