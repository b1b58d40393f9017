/**
 * How figures, dates and identifiers are written, in Chinese and English. Nothing here rounds a
 * sum or guesses a time zone: instants are shown in UTC+8, where all deadlines are counted.
 */
import { groupThousands, halfEven } from './decimal';
import type { Language } from './language';

export const missing = '\u2014';
const minus = '\u2212';

export function integerText(value: number): string {
  const digits = groupThousands(String(Math.abs(value)));
  return value < 0 ? minus + digits : digits;
}

/** The text of an amount as a file holds it, for reading down a column: 3900000 -> 3,900,000.00 */
export function figureText(text: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return text;
  const [, sign, whole = '', fraction = ''] = match;
  return `${sign ? minus : ''}${groupThousands(whole)}.${fraction.padEnd(2, '0')}`;
}

/** 33500 ppm -> 3.35 %; at least two decimals, never more than the value has. */
export function percentText(ppm: number): string {
  return `${decimals(ppm, 4, 2)} %`;
}

/** A ratio of two sums, two decimals, rounded half even: 12346 ppm -> 1.23 % */
export function ratioText(ppm: number): string {
  const hundredths = Number(halfEven(BigInt(Math.abs(ppm)), 100n));
  return `${decimals(ppm < 0 ? -hundredths : hundredths, 2, 2)} %`;
}

/** 8000 bp -> 80 %. */
export function shareText(bp: number): string {
  return `${decimals(bp, 2, 0)} %`;
}

/** A change always carries its sign and one decimal: +34.1 % */
export function changeText(ppm: number): string {
  const tenths = Math.round(Math.abs(ppm) / 1000);
  const text = `${groupThousands(String(Math.trunc(tenths / 10)))}.${tenths % 10} %`;
  if (tenths === 0) return text;
  return (ppm < 0 ? minus : '+') + text;
}

function decimals(value: number, places: number, keep: number): string {
  const digits = String(Math.abs(value)).padStart(places + 1, '0');
  const whole = groupThousands(digits.slice(0, -places));
  const fraction = digits.slice(-places).replace(/0+$/, '').padEnd(keep, '0');
  return `${value < 0 ? minus : ''}${whole}${fraction && `.${fraction}`}`;
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** 2025-09-18 stays as it is in Chinese and becomes 18 Sep 2025 in English. */
export function dateText(iso: string, language: Language): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (!match) return iso;
  const [date, year, month, day] = match;
  return language === 'zh' ? date : `${Number(day)} ${months[Number(month) - 1]} ${year}`;
}

/** An RFC 3339 instant as the wall clock of UTC+8: 2025-09-18 09:12 */
export function instantText(rfc3339: string, language: Language): string {
  const at = Date.parse(rfc3339);
  if (Number.isNaN(at)) return rfc3339;
  const local = new Date(at + 8 * 3_600_000).toISOString();
  return `${dateText(local, language)} ${local.slice(11, 16)}`;
}

/** 2026Q3 -> 2026 Q3; the words around it are the dictionary's. */
export function quarterParts(quarter: string): { year: string; quarter: string } | null {
  const match = /^(\d{4})Q([1-4])$/.exec(quarter);
  return match ? { year: match[1] ?? '', quarter: match[2] ?? '' } : null;
}

/** Unified social credit codes are masked unless the reader asked, on record, to see them. */
export function maskCode(code: string): string {
  if (code.length < 10 || code.includes('\u2022')) return code;
  return `${code.slice(0, 12)}\u2022\u2022\u2022\u2022${code.slice(-2)}`;
}

/** ZL202110864217.3 -> ZL 2021 1 0864217.3; copying gives it without the blanks. */
export function patentText(number: string): string {
  const match = /^ZL(\d{4})(\d)(\d{7}\.[\dX])$/.exec(number);
  return match ? `ZL ${match[1]} ${match[2]} ${match[3]}` : number;
}

/** A 64-character hash, enough of it to compare by eye. */
export function hashText(hash: string): string {
  return hash.length > 20 ? `${hash.slice(0, 8)}\u2026${hash.slice(-8)}` : hash;
}
