/** A day, a quarter or a moment, held as the server writes it: 2026-01-05, 2026Q3, 2026-10-09T16:30:00+08:00. */
import { DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import quarters from 'dayjs/plugin/quarterOfYear';

dayjs.extend(quarters);

type Picker = 'date' | 'quarter' | 'instant';

interface DateInputProps {
  picker: Picker;
  id?: string;
  value?: string | null;
  /** Where no label of a form stands above it. */
  label?: string;
  onChange?: (value: string | null) => void;
}

/** As the server writes it; a moment is one on the wall clock of UTC+8. */
const written: Record<Picker, (at: Dayjs) => string> = {
  date: (at) => at.format('YYYY-MM-DD'),
  quarter: (at) => `${at.year()}Q${at.quarter()}`,
  instant: (at) => at.format('YYYY-MM-DDTHH:mm:00+08:00'),
};

function read(picker: Picker, value: string): Dayjs {
  const quarter = /^(\d{4})Q([1-4])$/.exec(value);
  if (quarter) return dayjs(`${quarter[1]}-01-01`).quarter(Number(quarter[2]));
  return dayjs(picker === 'instant' ? value.slice(0, 16) : value);
}

const withTime = {
  showTime: { format: 'HH:mm' },
  format: 'YYYY-MM-DD HH:mm',
  needConfirm: false,
} as const;

export default function DateInput({ picker, value, label, onChange, ...rest }: DateInputProps) {
  return (
    <DatePicker
      {...rest}
      {...(picker === 'instant' ? withTime : { picker })}
      value={value ? read(picker, value) : null}
      {...(label ? { 'aria-label': label, placeholder: label } : { style: { width: '100%' } })}
      onChange={(at: Dayjs | null) => onChange?.(at && written[picker](at))}
    />
  );
}
