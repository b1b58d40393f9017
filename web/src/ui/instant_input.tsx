/** A moment on the wall clock of UTC+8, held as the server writes it: 2026-10-09T16:30:00+08:00. */
import { Input } from 'antd';

const offset = ':00+08:00';

interface InstantInputProps {
  id?: string;
  value?: string | null;
  onChange?: (value: string | null) => void;
}

export function InstantInput({ value, onChange, ...rest }: InstantInputProps) {
  return (
    <Input
      {...rest}
      type="datetime-local"
      value={value?.slice(0, 16) ?? ''}
      onChange={(event) => onChange?.(event.target.value ? event.target.value + offset : null)}
    />
  );
}
