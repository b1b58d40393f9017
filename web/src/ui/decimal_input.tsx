/**
 * A figure typed as people write it and held as the whole number the server wants. What cannot be
 * read stays as text, so that the form can say what is wrong and nothing typed is lost.
 */
import { Input, Select, Space } from 'antd';
import { useState } from 'react';
import { decimalInput, readDecimal } from '~/base/decimal';
import { useText } from '~/base/language';
import type { MoneyUnit } from '~/base/money';
import styles from './decimal_input.module.css';

export type Typed = number | string | null | undefined;

interface DecimalInputProps {
  /** Given by the form. */
  id?: string;
  value?: Typed;
  onChange?: (value: Typed) => void;
  places: number;
  suffix: string;
}

function textOf(value: Typed, places: number): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'number' ? decimalInput(value, places) : value;
}

export function DecimalInput({ value, onChange, places, suffix, ...rest }: DecimalInputProps) {
  const { text, type } = useTyped(value, places, onChange);
  return (
    <Input
      {...rest}
      className={styles.figure ?? ''}
      inputMode="decimal"
      autoComplete="off"
      value={text}
      suffix={suffix}
      onChange={(event) => type(event.target.value)}
    />
  );
}

const placesOf = { yuan: 2, wan: 6 } as const;
const unitWidth = 88;
type TypedUnit = keyof typeof placesOf & MoneyUnit;

type MoneyInputProps = Omit<DecimalInputProps, 'places' | 'suffix'> & { unit?: TypedUnit };

/** Switching the unit reads the same digits anew: people pick the unit of what they are copying. */
export function MoneyInput({ value, onChange, unit: first = 'wan', ...rest }: MoneyInputProps) {
  const { t } = useText();
  const [unit, setUnit] = useState<TypedUnit>(first);
  const { text, type } = useTyped(value, placesOf[unit], onChange);
  const change = (next: TypedUnit) => {
    setUnit(next);
    type(text, placesOf[next]);
  };
  return (
    <Space.Compact block>
      <Input
        {...rest}
        className={styles.figure ?? ''}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        onChange={(event) => type(event.target.value)}
      />
      <Select
        style={{ flex: 'none', width: unitWidth }}
        aria-label={t('form.unit')}
        value={unit}
        onChange={change}
        options={(['yuan', 'wan'] as const).map((one) => ({ value: one, label: t(`unit.${one}`) }))}
      />
    </Space.Compact>
  );
}

/** Keeps the text as typed while it stands for the value, and follows the value when it changes. */
function useTyped(value: Typed, places: number, onChange?: (value: Typed) => void) {
  const [held, setHeld] = useState({ text: textOf(value, places), value });
  if (held.value !== value) setHeld({ text: textOf(value, places), value });
  const type = (text: string, at = places) => {
    const reading = readDecimal(text, at);
    const next = text.trim() === '' ? null : 'value' in reading ? reading.value : text;
    setHeld({ text, value: next });
    onChange?.(next);
  };
  return { text: held.text, type };
}
