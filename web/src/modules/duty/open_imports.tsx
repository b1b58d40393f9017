/** Files that were read and not yet decided about: whoever may import finds them among the to-dos. */
import { RightOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import { dateText } from '~/base/format';
import { useText } from '~/base/language';
import { type ListPage, useRecord } from '~/base/list';
import { useRight } from '~/base/store';
import type { Struct } from '~/base/types';
import { Panel } from '~/ui/page';
import styles from './todo_page.module.css';

const most = 5;

export function OpenImports() {
  return useRight('imports.apply') && <Staged />;
}

function Staged() {
  const { t, language } = useText();
  const staged = useRecord<ListPage<Struct<'ImportRow'>>>(`/imports?state=staged&limit=${most}`);
  const rows = staged.data?.data.rows ?? [];
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
                {t('todo.importedOn', { day: dateText(row.entered_on, language) })}
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
