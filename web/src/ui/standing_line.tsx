/** One line over a record: where it stands, and at its end what can be done about it. */
import { Alert, type AlertProps } from 'antd';
import type { ReactNode } from 'react';
import styles from './standing_line.module.css';

interface StandingLineProps {
  type: NonNullable<AlertProps['type']>;
  title: ReactNode;
  /** What follows from it, beside the title where there is room. */
  words?: ReactNode;
  action?: ReactNode;
  /** What it is about, piece by piece. */
  children?: ReactNode;
}

export function StandingLine({ type, title, words, action, children }: StandingLineProps) {
  return (
    <Alert
      className={styles.line ?? ''}
      type={type}
      showIcon
      title={
        <>
          <strong>{title}</strong> {words && <span className={styles.words}>{words}</span>}
          {children}
        </>
      }
      action={action}
    />
  );
}
