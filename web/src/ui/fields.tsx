/** A record as label and value, labels and formats taken from the struct's description. */
import type { ReactNode } from 'react';
import { useText } from '~/base/language';
import type { MoneyUnit } from '~/base/money';
import { labelOf, useFields } from '~/base/schema';
import styles from './fields.module.css';
import { Value } from './value';

interface FieldsProps {
  of: string;
  value: object;
  show: readonly string[];
  unit?: MoneyUnit;
  /** Where a value needs more than its plain form: a link, a button beside it. */
  render?: Record<string, ReactNode>;
}

export function Fields({ of, value, show, unit, render = {} }: FieldsProps) {
  const { language } = useText();
  const fields = useFields(of, show);
  const held = value as Record<string, unknown>;
  return (
    <dl className={styles.fields}>
      {fields.map((field) => (
        <div key={field.name} className={styles.field}>
          <dt>{labelOf(field, language)}</dt>
          <dd>
            {render[field.name] ?? (
              <Value field={field} value={held[field.name]} {...(unit ? { unit } : {})} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
