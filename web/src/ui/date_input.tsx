/** A day or a quarter, held as the server writes it: 2026-01-05, 2026Q3. */
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import quarters from 'dayjs/plugin/quarterOfYear';

dayjs.extend(quarters);

interface DateInputProps {
  picker: 'date' | 'quarter';
  id?: string;
  value?: string | null;
  /** Where no label of a form stands above it. */
  label?: string;
  onChange?: (value: string | null) => void;
}

export default function DateInput({ picker, value, label, onChange, ...rest }: DateInputProps) {
  const quarter = /^(\d{4})Q([1-4])$/.exec(value ?? '');
  const at = quarter
    ? dayjs(`${quarter[1]}-01-01`).quarter(Number(quarter[2]))
    : value
      ? dayjs(value)
      : null;
  return (
    <DatePicker
      {...rest}
      picker={picker}
      value={at}
      {...(label ? { 'aria-label': label, placeholder: label } : { style: { width: '100%' } })}
      onChange={(day) =>
        onChange?.(
          !day
            ? null
            : picker === 'date'
              ? day.format('YYYY-MM-DD')
              : `${day.year()}Q${day.quarter()}`,
        )
      }
    />
  );
}
