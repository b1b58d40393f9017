/** One line over a record: where it stands, and at its end what can be done about it. */
import { Alert, type AlertProps } from 'antd';
import styles from './standing_line.module.css';

export function StandingLine(props: Pick<AlertProps, 'type' | 'title' | 'description' | 'action'>) {
  return <Alert className={styles.line ?? ''} showIcon {...props} />;
}
