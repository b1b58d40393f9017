/** What this person has to do by a day: overdue first, each leading to the page where it is done. */
import { RightOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import { dateText } from '~/base/format';
import { useText } from '~/base/language';
import { usePeriodText } from '~/base/period';
import { Pill } from '~/ui/status_tag';
import { DaysLeft } from './days_left';
import type { TodoRow } from './rows';
import styles from './todo_page.module.css';

export function DutyList({ rows }: { rows: TodoRow[] }) {
  const { t } = useText();
  if (rows.length === 0) return <p className={styles.none}>{t('todo.dutiesNone')}</p>;
  return (
    <ul className={styles.list}>
      {rows.map((row) => (
        <Duty key={row.id} row={row} />
      ))}
    </ul>
  );
}

function Duty({ row }: { row: TodoRow }) {
  const { t, language } = useText();
  const period = usePeriodText()(row.period);
  return (
    <li className={styles.row}>
      <DaysLeft days={row.days_left ?? 0} />
      <div className={styles.what}>
        <p className={styles.title}>
          {row.title} {period}
          {row.about_name && ` · ${row.about_name}`}
        </p>
        <p className={styles.by}>
          {row.organisation_name}
          {row.due && ` · ${t('duty.dueOn', { due: dateText(row.due, language) })}`}{' '}
          {row.provisional && <Pill tone="warn">{t('duty.provisional')}</Pill>}
          {row.last_urged && (
            <Pill tone="warn">
              {t('duty.urgedOn', { day: dateText(row.last_urged, language) })}
            </Pill>
          )}
        </p>
      </div>
      <Link className={styles.go} to={row.path}>
        {t('duty.do')} <RightOutlined aria-hidden="true" />
      </Link>
    </li>
  );
}
