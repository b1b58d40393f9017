/** What stands where content is not: loading, nothing yet, nothing found, failed, not allowed. */
import {
  DisconnectOutlined,
  FileSearchOutlined,
  InboxOutlined,
  LockOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import type { UseQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useText } from '~/base/language';
import type { Problem } from '~/base/problem';
import { Copyable } from './copyable';
import styles from './state_views.module.css';

const bars = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** Nothing for 150 ms, because a flash of grey bars is worse than a short wait. */
export function Loading({ lines = 6 }: { lines?: number }) {
  const { t } = useText();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 150);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" className={styles.skeleton} data-loading>
      <span className="unseen">{t('state.loading')}</span>
      {late && bars.slice(0, lines).map((bar) => <div key={bar} className={styles.bar} />)}
    </div>
  );
}

interface StateProps {
  icon: ReactNode;
  title: string;
  children?: ReactNode;
  deeds?: ReactNode;
  bad?: boolean;
}

function State({ icon, title, children, deeds, bad }: StateProps) {
  return (
    <div className={`${styles.state} ${bad ? styles.bad : ''}`} role={bad ? 'alert' : undefined}>
      <span className={styles.mark} aria-hidden="true">
        {icon}
      </span>
      <p className={styles.title}>{title}</p>
      {children}
      {deeds && <div className={styles.deeds}>{deeds}</div>}
    </div>
  );
}

/** Says why there is nothing and offers the one thing to do about it. */
export function Empty({
  title,
  words,
  action,
}: {
  title: string;
  words?: string | undefined;
  action?: ReactNode;
}) {
  return (
    <State icon={<InboxOutlined />} title={title} deeds={action}>
      {words && <p className={styles.words}>{words}</p>}
    </State>
  );
}

export function FilteredEmpty({ onClear }: { onClear: () => void }) {
  const { t } = useText();
  return (
    <State
      icon={<FileSearchOutlined />}
      title={t('state.nothingFound')}
      deeds={<Button onClick={onClear}>{t('list.clear')}</Button>}
    />
  );
}

export function Failure({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  const { t } = useText();
  if (problem.status === 403) return <NoPermission words={problem.detail || problem.title} />;
  const gone = problem.status === 404;
  const lost = problem.status === 0;
  const title = lost
    ? t('state.noAnswer')
    : problem.title || t(gone ? 'state.gone' : 'state.failed');
  const words =
    problem.detail ||
    t(lost ? 'state.noAnswerWords' : gone ? 'state.goneWords' : 'state.failedWords');
  return (
    <State
      bad
      icon={lost ? <DisconnectOutlined /> : <WarningOutlined />}
      title={title}
      deeds={onRetry && !gone && <Button onClick={onRetry}>{t('state.retry')}</Button>}
    >
      <p className={styles.words}>{words}</p>
      {problem.requestId && (
        <p className={styles.trace}>
          {t('state.request')} <Copyable text={problem.requestId} />
        </p>
      )}
    </State>
  );
}

export function NoPermission({ words }: { words?: string }) {
  const { t } = useText();
  return (
    <State icon={<LockOutlined />} title={t('state.noPermission')}>
      <p className={styles.words}>{words || t('state.noPermissionWords')}</p>
    </State>
  );
}

interface LoadedProps<T> {
  query: UseQueryResult<T, Problem>;
  lines?: number;
  children: (data: T) => ReactNode;
}

/** The content once it is there; until then, or instead of it, the state that explains. */
export function Loaded<T>({ query, lines, children }: LoadedProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <Failure problem={query.error} onRetry={() => void query.refetch()} />;
  return <Loading {...(lines ? { lines } : {})} />;
}
