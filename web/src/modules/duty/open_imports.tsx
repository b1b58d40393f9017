/**
 * Files that were read and not yet decided about, and those that another entered and its bank has not
 * confirmed: whoever may act finds them among the to-dos.
 */
import { RightOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import { dateText } from '~/base/format';
import { useText } from '~/base/language';
import { type ListPage, useRecord } from '~/base/list';
import { isUnsigned } from '~/base/on_behalf';
import { useRight } from '~/base/store';
import type { Struct } from '~/base/types';
import { Panel } from '~/ui/page';
import styles from './todo_page.module.css';

const most = 5;
type ImportRow = Struct<'ImportRow'>;

/** The latest among which an unconfirmed one is looked for: the read has no filter for it. */
const looked = 50;

export function OpenImports() {
  return useRight('imports.apply') && <Staged />;
}

function Staged() {
  const { t, language } = useText();
  const staged = useRecord<ListPage<ImportRow>>(`/imports?state=staged&limit=${most}`);
  const applied = useRecord<ListPage<ImportRow>>(`/imports?state=applied&limit=${looked}`);
  const unsigned = applied.data?.data.rows.filter(isUnsigned).slice(0, most) ?? [];
  const rows = [...(staged.data?.data.rows ?? []), ...unsigned];
  if (rows.length === 0) return null;
  return (
    <Panel title={t('todo.imports')} note={<Link to="/imports">{t('page.imports')}</Link>}>
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.id} className={styles.row}>
            <div className={styles.what}>
              <p className={styles.title}>{row.file_name}</p>
              <p className={styles.by}>
                {row.organisation_name} ·{' '}
                {t(row.state === 'staged' ? 'todo.importedOn' : 'todo.unsigned', {
                  day: dateText(row.entered_on, language),
                })}
              </p>
            </div>
            <Link className={styles.go} to={`/imports/${row.id}`}>
              {t('duty.do')} <RightOutlined aria-hidden="true" />
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
