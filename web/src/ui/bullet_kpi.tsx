/** A figure against its target: a bar with a tick where it should be, and the gap in words. */
import type { ReactNode } from 'react';
import styles from './bullet_kpi.module.css';
import { Pill, type Tone } from './status_tag';

interface BulletKpiProps {
  label: string;
  value: string;
  unit: string;
  verdict: { tone: Tone; words: string };
  /** How the figure moved or what is missing, with its sign and word. */
  change?: { tone: Tone; words: string };
  /** Parts of the bar, in thousandths: how far it reaches and where the target stands. */
  reached: number;
  target: number;
  from: string;
  to: string;
  foot?: ReactNode;
}

const width = (thousandths: number) => `${Math.min(1000, Math.max(0, thousandths)) / 10}%`;

export function BulletKpi(props: BulletKpiProps) {
  const { label, value, unit, verdict, change, reached, target, from, to, foot } = props;
  return (
    <section className={styles.kpi} aria-label={label}>
      <div className={styles.top}>
        <h2 className={styles.label}>{label}</h2>
        <Pill tone={verdict.tone}>{verdict.words}</Pill>
      </div>
      <div className={styles.figure}>
        <span>
          <span className={styles.value}>{value}</span> <span className={styles.unit}>{unit}</span>
        </span>
        {change && <span className={styles[change.tone]}>{change.words}</span>}
      </div>
      <div className={styles.track} aria-hidden="true">
        <div
          className={`${styles.bar} ${verdict.tone === 'warn' ? styles.behind : ''}`}
          style={{ width: width(reached) }}
        />
        <div className={styles.tick} style={{ left: width(target) }} />
      </div>
      <div className={styles.ends}>
        <span>{from}</span>
        <span>{to}</span>
      </div>
      {foot && <p className={styles.foot}>{foot}</p>}
    </section>
  );
}
