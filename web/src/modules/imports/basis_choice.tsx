/** On what ground a bank hands these rows in. Asked once a file; that there is none is an answer. */
import { Radio } from 'antd';
import { useText } from '~/base/language';
import type { ImportKind } from './rows';

const none = 'none';

interface BasisChoiceProps {
  kind: ImportKind;
  /** Given by the form. */
  id?: string;
  value?: string;
  onChange?: (basis: string) => void;
}

export function BasisChoice({ kind, id, value, onChange }: BasisChoiceProps) {
  const { t, language } = useText();
  return (
    <Radio.Group
      {...(id ? { id } : {})}
      value={value}
      onChange={(event) => onChange?.(String(event.target.value))}
      options={[
        ...(kind.bases ?? []).map((basis) => ({ value: basis.code, label: basis[language] })),
        { value: none, label: t('imports.noBasis') },
      ]}
    />
  );
}

/** The server is told no basis by leaving it out. */
export function sentBasis(values: Record<string, unknown>): Record<string, unknown> {
  return values.basis === none ? { ...values, basis: undefined } : values;
}
