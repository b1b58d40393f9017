/**
 * A long job's way to its end: told by the event stream, asked for every five seconds while the
 * stream is closed, so that a proxy that cuts it only makes the bar coarser.
 */
import { useQuery } from '@tanstack/react-query';
import { Progress } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { call } from '~/base/api';
import { listen, streamOpen } from '~/base/events';
import { integerText } from '~/base/format';
import { useText } from '~/base/language';
import type { Problem } from '~/base/problem';
import type { Id } from '~/base/store';
import styles from './job_progress.module.css';
import { ProblemNote } from './problem_note';

export interface Job {
  id: Id;
  state: 'waiting' | 'running' | 'done' | 'failed';
  done: number;
  total: number;
}

interface JobProgressProps {
  job: Id;
  label: string;
  onDone: (job: Job) => void;
}

const pollMs = 5000;

export function JobProgress({ job, label, onDone }: JobProgressProps) {
  const { t } = useText();
  const [told, setTold] = useState<Job | null>(null);
  const asked = useQuery<Job, Problem>({
    queryKey: ['job', job],
    queryFn: async ({ signal }) => (await call<Job>(`/jobs/${job}`, { signal })).data,
    refetchInterval: (query) => (streamOpen() || ended(query.state.data) ? false : pollMs),
  });
  useEffect(
    () =>
      listen('job', (data) => {
        const news = data as Job;
        if (String(news.id) === String(job)) setTold(news);
      }),
    [job],
  );
  const now = further(told, asked.data ?? null);
  const over = useRef(false);
  useEffect(() => {
    if (now?.state !== 'done' || over.current) return;
    over.current = true;
    onDone(now);
  }, [now, onDone]);

  if (asked.error && !now) return <ProblemNote problem={asked.error} />;
  const total = now?.total ?? 0;
  const percent = total > 0 ? Math.floor(((now?.done ?? 0) * 100) / total) : 0;
  return (
    <div className={styles.job}>
      <div className={styles.words}>
        <span>{label}</span>
        <span role="status">
          {now?.state === 'failed'
            ? t('job.failed')
            : t('job.of', { done: integerText(now?.done ?? 0), total: integerText(total) })}
        </span>
      </div>
      <Progress
        percent={now?.state === 'done' ? 100 : percent}
        showInfo={false}
        status={now?.state === 'failed' ? 'exception' : 'normal'}
        aria-label={label}
      />
    </div>
  );
}

const ended = (job: Job | undefined | null) => job?.state === 'done' || job?.state === 'failed';

/** Stream and answer may overtake each other; the one that is further is the newer. */
function further(told: Job | null, asked: Job | null): Job | null {
  if (!told || !asked) return told ?? asked;
  if (ended(told) !== ended(asked)) return ended(told) ? told : asked;
  return told.done >= asked.done ? told : asked;
}
