/**
 * Decimal figures as whole numbers of their smallest part: typed text in, integer out, never a
 * float between. Amounts count fen, rates parts per million, shares basis points.
 */

export type Fault = 'not_a_number' | 'too_fine' | 'too_large';
export type Reading = { value: number } | { fault: Fault };

export function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A size of at least 0, divided and rounded half even, the rule of the server (base/money.h). */
export function halfEven(size: bigint, divisor: bigint): bigint {
  const quotient = size / divisor;
  const twice = 2n * (size % divisor);
  const up = twice > divisor || (twice === divisor && quotient % 2n === 1n);
  return up ? quotient + 1n : quotient;
}

/** Full-width digits, thousands separators and blanks are what people paste. */
function normalise(text: string): string {
  return text
    .replace(/[\uff10-\uff19]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\uff0e/g, '.')
    .replace(/[\u2212\uff0d]/g, '-')
    .replace(/[\s,\uff0c]/g, '');
}

/** `places` decimals make one: readDecimal('3.35', 4) is 33500. Anything but a plain figure is refused. */
export function readDecimal(text: string, places: number): Reading {
  const match = /^(-?)(\d{1,18})(?:\.(\d*))?$/.exec(normalise(text));
  if (!match) return { fault: 'not_a_number' };
  const [, sign, whole = '', fraction = ''] = match;
  const digits = fraction.replace(/0+$/, '');
  if (digits.length > places) return { fault: 'too_fine' };
  const size = BigInt(whole + digits.padEnd(places, '0'));
  if (size > BigInt(Number.MAX_SAFE_INTEGER)) return { fault: 'too_large' };
  return { value: Number(sign ? -size : size) };
}

/** The plain text that reads back as the same number. */
export function decimalInput(value: number | string | bigint, places: number): string {
  const exact = BigInt(value);
  const size = String(exact < 0n ? -exact : exact).padStart(places + 1, '0');
  const whole = places > 0 ? size.slice(0, -places) : size;
  const fraction = places > 0 ? size.slice(-places).replace(/0+$/, '') : '';
  return `${exact < 0n ? '-' : ''}${whole}${fraction && `.${fraction}`}`;
}
