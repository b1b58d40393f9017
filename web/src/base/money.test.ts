import { describe, expect, test } from 'vitest';
import { moneyInput, moneyText, readMoney, showsEveryFen } from './money';

describe('money is shown without losing a fen', () => {
  test('in 元, 万元 and 亿元 with two decimals', () => {
    expect(moneyText(1_200_000_000)).toBe('1,200.00');
    expect(moneyText(386_200_000_000, 'yi')).toBe('38.62');
    expect(moneyText(123_456_789, 'yuan')).toBe('1,234,567.89');
    expect(moneyText(0)).toBe('0.00');
  });
  test('a loss carries the minus sign U+2212, a rounded zero does not', () => {
    expect(moneyText(-1_234_500, 'yuan')).toBe('\u221212,345.00');
    expect(moneyText(-4_999)).toBe('0.00');
    expect(moneyText(-5_000)).toBe('0.00');
    expect(moneyText(-5_001)).toBe('\u22120.01');
  });
  test.each([
    [4_999, '0.00'],
    [5_000, '0.00'],
    [5_001, '0.01'],
    [14_999, '0.01'],
    [15_000, '0.02'],
    [25_000, '0.02'],
    [25_001, '0.03'],
    [99_995_000, '100.00'],
  ])('rounds %i fen half even, as the server prints 万元, on both sides of zero', (fen, text) => {
    expect(moneyText(fen)).toBe(text);
    expect(moneyText(-fen)).toBe(text === '0.00' ? text : `\u2212${text}`);
  });
  test('beyond 2^53 the figure is still exact', () => {
    expect(moneyText('900719925474099301', 'yuan')).toBe('9,007,199,254,740,993.01');
  });
  test('says when the shown figure leaves fen out', () => {
    expect(showsEveryFen(1_200_000_000, 'wan')).toBe(true);
    expect(showsEveryFen(1_200_000_001, 'wan')).toBe(false);
  });
});

describe('typed money becomes whole fen', () => {
  test('0.1 + 0.2 are the fen they say', () => {
    expect(readMoney('0.1', 'yuan')).toEqual({ value: 10 });
    expect(readMoney('0.29', 'yuan')).toEqual({ value: 29 });
    expect(readMoney('1.005', 'wan')).toEqual({ value: 1_005_000 });
  });
  test('full-width digits, separators and blanks are normalised', () => {
    expect(readMoney(' 1,200.5 ', 'wan')).toEqual({ value: 1_200_500_000 });
    expect(readMoney('１２３．４', 'yuan')).toEqual({ value: 12_340 });
  });
  test('a fraction of a fen is refused, trailing zeros are not', () => {
    expect(readMoney('0.001', 'yuan')).toEqual({ fault: 'too_fine' });
    expect(readMoney('0.0100', 'yuan')).toEqual({ value: 1 });
  });
  test.each(['1e3', 'NaN', '', '.', '1.2亿', '0x10', '1-2'])('%s is no amount', (text) => {
    expect(readMoney(text, 'yuan')).toEqual({ fault: 'not_a_number' });
  });
  test('2^53-1 fen is the most, one more is refused', () => {
    expect(readMoney('90071992547409.91', 'yuan')).toEqual({ value: Number.MAX_SAFE_INTEGER });
    expect(readMoney('90071992547409.92', 'yuan')).toEqual({ fault: 'too_large' });
  });
  test('what is shown in an input reads back as the same fen', () => {
    for (const fen of [0, 1, 99, 100, 1_005_000, -250_00, Number.MAX_SAFE_INTEGER]) {
      for (const unit of ['yuan', 'wan'] as const) {
        expect(readMoney(moneyInput(fen, unit), unit)).toEqual({ value: fen });
      }
    }
  });
});
