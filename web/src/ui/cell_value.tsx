/** The value of a cell of a form, by the unit the form gives it. */
import { integerText, ratioText } from '~/base/format';
import { useWordFor } from '~/base/language';
import { Missing } from './missing';
import { MoneyText } from './money_text';

/** Money is shown in 万元, ratios in percent; a unit without a word is shown as the form names it. */
export function useUnitText() {
  const word = useWordFor();
  return (unit: string) => word('cellUnit', unit);
}

interface CellValueProps {
  unit: string;
  value: unknown;
  /** Why there is none. */
  missing?: string | undefined;
}

export function CellValue({ unit, value, missing }: CellValueProps) {
  if (value === undefined || value === null) return <Missing reason={missing} />;
  if (typeof value === 'string') return value;
  if (typeof value !== 'number') return JSON.stringify(value);
  if (unit === 'fen') return <MoneyText fen={value} bare />;
  return unit === 'ppm' ? ratioText(value) : integerText(value);
}
