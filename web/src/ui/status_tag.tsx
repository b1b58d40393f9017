/** A state as a dot and its word: colour never speaks alone. Red is overdue or loss only. */
import type { ReactNode } from 'react';
import styles from './tag.module.css';

export type Tone = 'ok' | 'warn' | 'bad' | 'active' | 'neutral';

/** Tones of states by their stable names, the same in every module; what is not here is neutral. */
const tones: Record<string, Tone> = {
  active: 'ok',
  registered: 'ok',
  chosen: 'ok',
  valid: 'ok',
  accepted: 'ok',
  approved: 'ok',
  done: 'ok',
  pass: 'ok',
  in_force: 'ok',
  submitted: 'ok',
  applied: 'ok',
  good: 'ok',
  on_time: 'ok',
  awaiting_approval: 'warn',
  awaiting: 'warn',
  waiting: 'warn',
  initial: 'warn',
  reported: 'active',
  returned: 'warn',
  late: 'warn',
  staged: 'warn',
  partly: 'warn',
  due: 'warn',
  special_mention: 'warn',
  overdue: 'bad',
  refused: 'bad',
  wrong: 'bad',
  substandard: 'bad',
  doubtful: 'bad',
  loss: 'bad',
  locked: 'bad',
  open: 'active',
  running: 'active',
  draft: 'active',
};

export function toneOf(state: string): Tone {
  return tones[state] ?? 'neutral';
}

export function StatusTag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`${styles.tag} ${styles[tone]}`}>
      <span className={styles.dot} aria-hidden="true" />
      {children}
    </span>
  );
}

/** A quiet label beside a title: a kind, a grade, a mark. */
export function Pill({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`${styles.pill} ${styles[tone]}`}>{children}</span>;
}
