/** At most six facts in one row, the figures that decide; they wrap two by two on phones. */
import type { ReactNode } from 'react';
import styles from './fact_strip.module.css';

export interface Fact {
  label: string;
  value: ReactNode;
  unit?: string;
}

/** A name is no figure: it is set smaller before it breaks. */
const isLong = (value: ReactNode) => typeof value === 'string' && /^\D{9}/.test(value);

export function FactStrip({ facts }: { facts: Fact[] }) {
  return (
    <dl className={styles.strip}>
      {facts.slice(0, 6).map((fact) => (
        <div key={fact.label} className={styles.fact}>
          <dt>{fact.label}</dt>
          <dd>
            <span className={isLong(fact.value) ? styles.long : styles.value}>{fact.value}</span>
            {fact.unit && <span className={styles.unit}> {fact.unit}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
