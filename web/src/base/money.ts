/**
 * Money is a whole number of fen 分. It is shown in 元, 万元 or 亿元 and typed in 元 or 万元; both
 * ways are integer arithmetic, because a float would lose a fen that somebody has to account for.
 */

import { decimalInput, groupThousands, halfEven, type Reading, readDecimal } from './decimal';

export type MoneyUnit = 'yuan' | 'wan' | 'yi';
export type Fen = number | string | bigint;

/** How many fen one unit holds, as a power of ten. */
const power: Record<MoneyUnit, number> = { yuan: 2, wan: 6, yi: 10 };

const minus = '\u2212';

/** The figure without its unit, two decimals, rounded half even as in print: 1,200.00 */
export function moneyText(fen: Fen, unit: MoneyUnit = 'wan'): string {
  const exact = BigInt(fen);
  const hundredth = 10n ** BigInt(power[unit] - 2);
  const size = exact < 0n ? -exact : exact;
  const rounded = halfEven(size, hundredth);
  const text = `${groupThousands(String(rounded / 100n))}.${String(rounded % 100n).padStart(2, '0')}`;
  return exact < 0n && rounded > 0n ? minus + text : text;
}

/** True when two decimals of that unit leave no fen out. */
export function showsEveryFen(fen: Fen, unit: MoneyUnit): boolean {
  return BigInt(fen) % 10n ** BigInt(power[unit] - 2) === 0n;
}

export function readMoney(text: string, unit: MoneyUnit): Reading {
  return readDecimal(text, power[unit]);
}

/** The text an input starts from: every fen, no separators. */
export function moneyInput(fen: Fen, unit: MoneyUnit): string {
  return decimalInput(fen, power[unit]);
}
