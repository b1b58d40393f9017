/** On what ground a bank hands these rows in. Asked once a file; that there is none is an answer. */
import { Radio } from 'antd';
import { useText } from '~/base/language';
import type { ImportKind } from './rows';

/** What stands for the answer that there is none. */
export const noBasis = 'none';

interface BasisChoiceProps {
  kind: ImportKind;
  /** A basis once stated can be changed, not taken back. */
  stated?: boolean;
  /** Given by the form. */
  id?: string;
  value?: string;
  onChange?: (basis: string) => void;
}

export function BasisChoice({ kind, stated, id, value, onChange }: BasisChoiceProps) {
  const { t, language } = useText();
  return (
    <Radio.Group
      {...(id ? { id } : {})}
      value={value}
      onChange={(event) => onChange?.(String(event.target.value))}
      options={[
        ...(kind.bases ?? []).map((basis) => ({ value: basis.code, label: basis[language] })),
        ...(stated ? [] : [{ value: noBasis, label: t('imports.noBasis') }]),
      ]}
    />
  );
}

/** The server is told no basis by leaving it out. */
export function sentBasis(values: Record<string, unknown>): Record<string, unknown> {
  return values.basis === noBasis ? { ...values, basis: undefined } : values;
}
